//! The grammar, one token after the other, each of them resumable at any byte.

use super::fault::{Expected, Fault};
use super::number::{Next, Phase};
use super::text::Text;
use super::tree::{On, Tree};
use super::{Number, Value};
use crate::Limits;

/// Reads tokens and gives what they mean to the tree.
pub(super) struct Grammar {
    pub tree: Tree,
    state: State,
    text: Text,
}

/// Where in the grammar the next byte stands.
#[derive(Clone, Copy)]
enum State {
    /// Nothing has come.
    Start,
    /// Nothing has come but white space or a byte order mark.
    Blank,
    /// In a byte order mark, after this byte.
    Mark(u8),
    /// Between tokens.
    Between(Expected),
    /// In a string that is a value.
    String,
    /// In a string that is a key.
    Key,
    Number(Phase),
    /// In `true`, `false` or `null`: what is left of it.
    Word(&'static [u8], Word),
}

#[derive(Clone, Copy)]
enum Word {
    True,
    False,
    Null,
}

/// The bytes left, or a fault with the bytes left at the culprit.
type Step<'a> = Result<&'a [u8], (Fault, &'a [u8])>;

impl Grammar {
    pub(super) const fn new(limits: Limits) -> Self {
        Self { tree: Tree::new(limits), state: State::Start, text: Text::new() }
    }

    /// The place of a fault: the value that is being read, or the array or object in which nothing is.
    pub(super) fn path(&self, fault: Fault) -> String {
        self.tree.path(match self.state {
            // What is cut short is the array or object, not the child that has not begun.
            State::Between(Expected::Value | Expected::FirstElement) => !matches!(fault, Fault::Truncated(_)),
            State::String | State::Number(_) | State::Word(..) => true,
            _ => false,
        })
    }

    /// Takes the end of the document.
    pub(super) fn end(&mut self, on: On) -> Result<(), Fault> {
        match self.state {
            State::Between(Expected::End) => Ok(()),
            // A number is the one value that does not show its own end.
            State::Number(phase) if phase.complete() && self.tree.inside().is_none() => {
                self.number_ended(on);
                Ok(())
            }
            _ => Err(self.missing()),
        }
    }

    /// What is wrong with a document that ends here.
    const fn missing(&self) -> Fault {
        Fault::Truncated(match self.state {
            State::Start | State::Blank => return Fault::Empty,
            State::Mark(_) => "a byte order mark",
            State::String => "a string",
            State::Key => "a key",
            State::Number(_) => "a number",
            State::Word(..) => "a word",
            State::Between(_) => match self.tree.inside() {
                Some(true) => "an object",
                _ => "an array",
            },
        })
    }

    /// Takes a token, or as much of it as there is; or the space before one. `rest` is `byte` and what comes `after`.
    pub(super) fn step<'a>(&mut self, byte: u8, rest: &'a [u8], after: &'a [u8], on: On) -> Step<'a> {
        match self.state {
            State::String | State::Key => return self.string(rest, on),
            State::Number(phase) => return self.number(phase, rest, on),
            State::Word(left, word) => self.word(left, word, byte, on),
            State::Start | State::Blank | State::Between(_) if is_space(byte) => {
                if matches!(self.state, State::Start) {
                    self.state = State::Blank;
                }
                let space = after.iter().take_while(|byte| is_space(**byte)).count();
                return Ok(after.get(space..).unwrap_or_default());
            }
            State::Start if matches!(byte, 0xEF | 0xFE | 0xFF) => {
                self.state = State::Mark(byte);
                Ok(())
            }
            State::Start | State::Blank if byte == b'<' => Err(Fault::Html),
            State::Start | State::Blank => self.token(Expected::Root, byte, on),
            State::Mark(previous) => self.mark(previous, byte),
            State::Between(expected) => self.token(expected, byte, on),
        }
        .map(|()| after)
        .map_err(|fault| (fault, rest))
    }

    /// Takes a further byte of a byte order mark: EF BB BF is passed over, the others tell UTF-16 and UTF-32.
    fn mark(&mut self, previous: u8, byte: u8) -> Result<(), Fault> {
        self.state = match (previous, byte) {
            (0xEF, 0xBB) => State::Mark(byte),
            (0xBB, 0xBF) => State::Blank,
            (0xFE, 0xFF) | (0xFF, 0xFE) => return Err(Fault::Encoding),
            _ => return Err(Fault::Unexpected(byte, Expected::Mark)),
        };
        Ok(())
    }

    /// Takes the first byte of a token, which is the whole of it for punctuation.
    fn token(&mut self, expected: Expected, byte: u8, on: On) -> Result<(), Fault> {
        match (expected, byte) {
            (Expected::Root | Expected::Value | Expected::FirstElement, b'"') => self.begin(State::String)?,
            (Expected::Key | Expected::FirstKey, b'"') => self.state = State::Key,
            (Expected::Colon, b':') => self.state = State::Between(Expected::Value),
            (Expected::MemberEnd, b',') => self.state = State::Between(Expected::Key),
            (Expected::ElementEnd, b',') => self.state = State::Between(Expected::Value),
            (Expected::FirstKey | Expected::MemberEnd, b'}')
            | (Expected::FirstElement | Expected::ElementEnd, b']') => {
                self.tree.close(on);
                self.ended();
            }
            (Expected::Root | Expected::Value | Expected::FirstElement, _) => match byte {
                b'{' => {
                    self.tree.open(true)?;
                    self.state = State::Between(Expected::FirstKey);
                }
                b'[' => {
                    self.tree.open(false)?;
                    self.state = State::Between(Expected::FirstElement);
                }
                b't' => self.begin(State::Word(b"rue", Word::True))?,
                b'f' => self.begin(State::Word(b"alse", Word::False))?,
                b'n' => self.begin(State::Word(b"ull", Word::Null))?,
                _ => match Phase::begin(byte) {
                    Some(phase) => {
                        self.begin(State::Number(phase))?;
                        self.text.extend(&[byte]);
                    }
                    None => return Err(Fault::Unexpected(byte, expected)),
                },
            },
            _ => return Err(Fault::Unexpected(byte, expected)),
        }
        Ok(())
    }

    /// Begins a value of more than one byte that has no children.
    fn begin(&mut self, state: State) -> Result<(), Fault> {
        self.tree.begin()?;
        self.state = state;
        Ok(())
    }

    /// Looks for the next token after a value has ended.
    fn ended(&mut self) {
        self.state = State::Between(match self.tree.inside() {
            None => Expected::End,
            Some(true) => Expected::MemberEnd,
            Some(false) => Expected::ElementEnd,
        });
    }

    /// Reads on in a string.
    fn string<'a>(&mut self, rest: &'a [u8], on: On) -> Step<'a> {
        let (left, done) = self.text.string(rest)?;
        if let Some(string) = done {
            if matches!(self.state, State::Key) {
                self.tree.key(string);
                self.state = State::Between(Expected::Colon);
            } else {
                self.tree.string(string, on);
                self.ended();
            }
        }
        Ok(left)
    }

    /// Reads on in a number.
    fn number<'a>(&mut self, mut phase: Phase, rest: &'a [u8], on: On) -> Step<'a> {
        let mut left = rest;
        while let Some((&byte, after)) = left.split_first() {
            match phase.next(byte) {
                Next::On(next) => phase = next,
                Next::Broken => return Err((Fault::Number(byte), left)),
                Next::Ended => {
                    self.text.extend(rest.get(..rest.len() - left.len()).unwrap_or_default());
                    self.number_ended(on);
                    return Ok(left);
                }
            }
            left = after;
        }
        self.text.extend(rest);
        self.state = State::Number(phase);
        Ok(left)
    }

    /// Hands on the number that has been read.
    fn number_ended(&mut self, on: On) {
        let number = Number::checked(self.text.finish(&[]).text);
        self.tree.value(Value::Number(number), on);
        self.ended();
    }

    /// Takes one byte of `true`, `false` or `null`, of which `left` is still to come.
    fn word(&mut self, left: &'static [u8], word: Word, byte: u8, on: On) -> Result<(), Fault> {
        match left.split_first() {
            Some((&next, left)) if next == byte => {
                if left.is_empty() {
                    let value = match word {
                        Word::True => Value::Bool(true),
                        Word::False => Value::Bool(false),
                        Word::Null => Value::Null,
                    };
                    self.tree.value(value, on);
                    self.ended();
                } else {
                    self.state = State::Word(left, word);
                }
                Ok(())
            }
            _ => Err(Fault::Word(byte)),
        }
    }
}

/// White space as JSON has it.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}
