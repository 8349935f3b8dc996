//! A writer of JSON text.

/// Writes one JSON value; commas look after themselves.
#[derive(Debug, Default)]
pub struct Json {
    out: String,
    follows: bool,
}

impl Json {
    /// The finished text.
    #[must_use]
    pub fn finish(self) -> String {
        self.out
    }

    /// An object; `members` writes them.
    pub fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.nest('{', '}', members);
    }

    /// An array; `elements` writes them.
    pub fn array(&mut self, elements: impl FnOnce(&mut Self)) {
        self.nest('[', ']', elements);
    }

    fn nest(&mut self, open: char, close: char, inside: impl FnOnce(&mut Self)) {
        self.separate();
        self.out.push(open);
        self.follows = false;
        inside(self);
        self.out.push(close);
        self.follows = true;
    }

    /// The key of the member that is written next.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.separate();
        self.quote(key);
        self.out.push(':');
        self.follows = false;
        self
    }

    /// A string.
    pub fn string(&mut self, text: &str) {
        self.separate();
        self.quote(text);
    }

    /// A number or a literal, as it is written.
    pub fn bare(&mut self, text: &str) {
        self.separate();
        self.out.push_str(text);
    }

    /// A string member, left out where there is none.
    pub fn maybe(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(key).string(text);
        }
    }

    /// A whole number member, left out where there is none.
    pub fn count(&mut self, key: &str, number: Option<u64>) {
        if let Some(number) = number {
            self.key(key).bare(&number.to_string());
        }
    }

    /// A member that is `true`, left out where it is false.
    pub fn flag(&mut self, key: &str, set: bool) {
        if set {
            self.key(key).bare("true");
        }
    }

    /// An array member, left out where it is empty.
    pub fn list<T>(&mut self, key: &str, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        if !items.is_empty() {
            self.key(key).array(|json| {
                for item in items {
                    write(json, item);
                }
            });
        }
    }

    fn separate(&mut self) {
        if self.follows {
            self.out.push(',');
        }
        self.follows = true;
    }

    fn quote(&mut self, text: &str) {
        const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                c if c < ' ' => {
                    let code = c as usize;
                    self.out.push_str("\\u00");
                    self.out.extend(HEX.get(code >> 4));
                    self.out.extend(HEX.get(code & 15));
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}
