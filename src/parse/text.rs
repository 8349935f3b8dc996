//! Strings: from the bytes between the quotes to text.

use super::fault::Fault;

/// What stands in for a character that cannot be had.
const REPLACEMENT: char = '\u{FFFD}';

/// A token's text while it is being read. One is kept for the whole document, so its buffer is allocated once.
pub(super) struct Text {
    /// What earlier chunks and escapes have given. Raw bytes: they become text when the string is complete, so that it
    /// does not matter where a chunk splits a character.
    buffer: Vec<u8>,
    escape: Escape,
    /// A high surrogate that waits for its other half; 0 is none.
    high: u16,
    /// Whether a surrogate had no other half.
    lone: bool,
}

/// How far into an escape the parser is.
#[derive(Clone, Copy)]
enum Escape {
    None,
    Backslash,
    Unicode { left: u8, unit: u16 },
}

/// A finished string.
pub(super) struct Decoded {
    pub text: String,
    /// Whether bytes that are not UTF-8 were replaced.
    pub invalid: bool,
    /// Whether surrogates without their other half were replaced.
    pub lone: bool,
}

/// What reading a piece of a string came to: the bytes left, and the string if it is complete.
pub(super) type Piece<'a> = (&'a [u8], Option<Decoded>);

impl Text {
    pub(super) const fn new() -> Self {
        Self { buffer: Vec::new(), escape: Escape::None, high: 0, lone: false }
    }

    /// Reads on in a string whose opening quote has been read. An error comes with the bytes from the culprit on.
    pub(super) fn string<'a>(&mut self, mut rest: &'a [u8]) -> Result<Piece<'a>, (Fault, &'a [u8])> {
        loop {
            match self.escape {
                Escape::None => {
                    let (run, tail) = rest.split_at_checked(plain(rest)).unwrap_or((rest, &[]));
                    if !run.is_empty() {
                        self.unpaired();
                    }
                    let Some((&byte, after)) = tail.split_first() else {
                        self.buffer.extend_from_slice(run);
                        return Ok((tail, None));
                    };
                    rest = after;
                    match byte {
                        b'"' => {
                            self.unpaired();
                            return Ok((rest, Some(self.finish(run))));
                        }
                        b'\\' => {
                            self.buffer.extend_from_slice(run);
                            self.escape = Escape::Backslash;
                        }
                        _ => return Err((Fault::Control(byte), tail)),
                    }
                }
                Escape::Backslash => {
                    let Some((&byte, after)) = rest.split_first() else { return Ok((rest, None)) };
                    self.escape = Escape::None;
                    let plain = match byte {
                        b'u' => {
                            self.escape = Escape::Unicode { left: 4, unit: 0 };
                            rest = after;
                            continue;
                        }
                        b'"' | b'\\' | b'/' => byte,
                        b'b' => 0x08,
                        b'f' => 0x0C,
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        _ => return Err((Fault::Escape(byte), rest)),
                    };
                    self.unpaired();
                    self.buffer.push(plain);
                    rest = after;
                }
                Escape::Unicode { left: 0, unit } => {
                    self.escape = Escape::None;
                    self.unit(unit);
                }
                Escape::Unicode { left, unit } => {
                    let Some((&byte, after)) = rest.split_first() else { return Ok((rest, None)) };
                    let digit = match byte {
                        b'0'..=b'9' => byte - b'0',
                        b'a'..=b'f' => byte - b'a' + 10,
                        b'A'..=b'F' => byte - b'A' + 10,
                        _ => return Err((Fault::Hex(byte), rest)),
                    };
                    self.escape = Escape::Unicode { left: left - 1, unit: unit << 4 | u16::from(digit) };
                    rest = after;
                }
            }
        }
    }

    /// Adds bytes of a token that has no escapes.
    pub(super) fn extend(&mut self, run: &[u8]) {
        self.buffer.extend_from_slice(run);
    }

    /// Ends the token with its last bytes, and makes ready for the next.
    pub(super) fn finish(&mut self, run: &[u8]) -> Decoded {
        // A token that lies in one chunk and has no escapes never goes through the buffer.
        let (text, invalid) = if self.buffer.is_empty() {
            lossy(run)
        } else {
            self.buffer.extend_from_slice(run);
            let decoded = lossy(&self.buffer);
            self.buffer.clear();
            decoded
        };
        Decoded { text, invalid, lone: core::mem::take(&mut self.lone) }
    }

    /// Adds the code unit of a `\u` escape.
    fn unit(&mut self, unit: u16) {
        let code = match unit {
            0xD800..=0xDBFF => {
                self.unpaired();
                self.high = unit;
                return;
            }
            0xDC00..=0xDFFF if self.high != 0 => {
                let high = core::mem::take(&mut self.high);
                0x1_0000 + (u32::from(high - 0xD800) << 10) + u32::from(unit - 0xDC00)
            }
            _ => {
                self.unpaired();
                u32::from(unit)
            }
        };
        match char::from_u32(code) {
            Some(c) => self.push(c),
            None => self.replace(), // a low surrogate alone
        }
    }

    /// Gives up waiting for the other half of a high surrogate.
    fn unpaired(&mut self) {
        if self.high != 0 {
            self.high = 0;
            self.replace();
        }
    }

    fn replace(&mut self) {
        self.lone = true;
        self.push(REPLACEMENT);
    }

    fn push(&mut self, c: char) {
        self.buffer.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// The number of bytes up to the first that means something in a string: a quote, a backslash, a control character.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    // The high bit of each byte of the word that is zero (and perhaps of bytes above the lowest such one).
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word
    }
    let mut rest = bytes;
    // Eight bytes at a time: strings are nearly all of an article.
    while let Some((chunk, tail)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let quote = zeros(word ^ (ONES * b'"' as u64));
        let backslash = zeros(word ^ (ONES * b'\\' as u64));
        let found = (control | quote | backslash) & HIGHS;
        if found != 0 {
            return bytes.len() - rest.len() + (found.trailing_zeros() / 8) as usize;
        }
        rest = tail;
    }
    let tail = rest.iter().position(|&b| b < 0x20 || b == b'"' || b == b'\\').unwrap_or(rest.len());
    bytes.len() - rest.len() + tail
}

/// Bytes as text, each maximal subpart that is not UTF-8 replaced; and whether there was one.
fn lossy(mut bytes: &[u8]) -> (String, bool) {
    let mut text = String::new();
    loop {
        match core::str::from_utf8(bytes) {
            Ok(valid) if text.is_empty() => return (String::from(valid), false),
            Ok(valid) => {
                text.push_str(valid);
                return (text, true);
            }
            Err(error) => {
                let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                text.push_str(core::str::from_utf8(valid).unwrap_or_default());
                text.push(REPLACEMENT);
                bytes = error.error_len().and_then(|bad| rest.get(bad..)).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_runs_end_at_the_first_byte_that_means_something() {
        for length in 0..40 {
            for special in [b'"', b'\\', 0, 0x1F, b'\n'] {
                for place in 0..length {
                    for filler in [b'a', 0x7F, 0x80, 0xFF, b' ', b'!', b'#', b'[', b']'] {
                        let mut bytes = vec![filler; length];
                        bytes[place] = special;
                        assert_eq!(plain(&bytes), place);
                        bytes[place] = filler;
                        assert_eq!(plain(&bytes), length);
                        bytes[place..].fill(special);
                        assert_eq!(plain(&bytes), place);
                    }
                }
            }
        }
    }

    #[test]
    fn replacement_agrees_with_the_standard_library() {
        for bytes in [
            b"".as_slice(),
            b"plain",
            "é漢😀".as_bytes(),
            b"\xFF",
            b"a\xE2\x82",
            b"\xE2\x82a",
            b"\xF0\x9F\x98\xE2\x82\xAC",
            b"\xED\xA0\x80",
            b"\xC0\xAF\xF4\x90\x80\x80z",
        ] {
            let (text, replaced) = lossy(bytes);
            assert_eq!(text, String::from_utf8_lossy(bytes));
            assert_eq!(replaced, std::str::from_utf8(bytes).is_err());
        }
    }

    #[test]
    fn long_invalid_text_takes_linear_time() {
        let (text, _) = lossy(&vec![0xFF; 1 << 20]);
        assert_eq!(text.len(), 3 << 20);
    }
}
