//! From tokens to the tree (HTML, "Tree construction"), as far as it matters for what a reader sees.
//!
//! Formatting elements (`b`, `i`, `a`, …) are not nodes: each text knows what was in force where it stands. So formats that close out of
//! order need no adoption agency, and the tree stays linear in the size of the input.

use std::borrow::Cow;

use super::active::{ANEW, Active};
use super::name::Name;
use super::token::{Token, Tokenizer};
use super::tree::{Attrs, Format, Id, Kind, NONE, Style, Tree, is_blank};

/// Open elements at one time, as in browsers; what is nested deeper stands beside.
const DEPTH: usize = 512;

/// A tree that is being built.
pub struct Construction<'a> {
    pub(super) tree: Tree<'a>,
    pub(super) open: Vec<(Id, Name)>,
    /// How many of each element are open.
    pub(super) counts: [u16; Name::COUNT],
    /// How many of each element were too deep to be opened.
    pub(super) beyond: [u32; Name::COUNT],
    pub(super) active: Vec<Active>,
    /// Whether a format is to be opened anew.
    pub(super) anew: bool,
    pub(super) style: Style,
}

/// The tree of `html`. The root is a nameless element.
pub fn parse(html: &str) -> Tree<'_> {
    let mut construction = Construction {
        tree: Tree::default(),
        open: Vec::new(),
        counts: [0; Name::COUNT],
        beyond: [0; Name::COUNT],
        active: Vec::new(),
        anew: false,
        style: Style { formats: 0, link: NONE },
    };
    construction.tree.add(NONE, Kind::Element(Name::Other, Attrs::new()), construction.style);
    for token in Tokenizer::new(html) {
        construction.take(token);
    }
    construction.tree
}

impl<'a> Construction<'a> {
    fn take(&mut self, token: Token<'a>) {
        match token {
            Token::Text(text) => self.text(text),
            Token::Start { name, attrs, self_closing } => {
                self.start(known(&name), attrs, self_closing);
            }
            Token::End(name) => self.end(known(&name)),
            Token::Comment(text) => {
                self.tree.add(self.current().0, Kind::Comment(text), self.style);
            }
            Token::Doctype => {}
        }
    }

    fn current(&self) -> (Id, Name) {
        self.open.last().copied().unwrap_or((Tree::ROOT, Name::Other))
    }

    fn text(&mut self, text: Cow<'a, str>) {
        // HTML, "in body": a null character is dropped.
        let text = if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { text };
        if let Some(link) = self.tree.links.get_mut(self.style.link as usize)
            && link.words.len() < 24
        {
            link.words.extend(text.chars().filter(|c| !c.is_whitespace()).take(9));
        }
        let (parent, name) = self.current();
        let is_blank = is_blank(&text);
        if !is_blank {
            self.reopen();
        }
        if is_table_part(name) && !is_blank {
            self.foster(Kind::Text(text));
        } else {
            self.tree.add(parent, Kind::Text(text), self.style);
        }
    }

    /// What may not stand between the cells of a table stands before it.
    fn foster(&mut self, kind: Kind<'a>) -> Id {
        match self.open.iter().rev().find(|(_, name)| *name == Name::Table) {
            Some((table, _)) => self.tree.insert(*table, kind, self.style),
            None => self.tree.add(Tree::ROOT, kind, self.style),
        }
    }

    fn start(&mut self, name: Name, attrs: Attrs<'a>, self_closing: bool) {
        use Name::*;
        if self.in_foreign() {
            if name.breaks_out() {
                self.leave_foreign();
            } else {
                self.add(name, attrs, self_closing || name.is_void());
                return;
            }
        }
        match name {
            Html | Head | Body | Frameset | Frame => return,
            Br | Hr | Img | Image | Input | Wbr | Embed => {}
            A => return self.link(attrs),
            // The code of a block: its class names the language.
            Code if self.current().1 == Pre => {}
            _ if let Some(format) = format(name) => {
                return self.activate(format, name, NONE, &attrs);
            }
            _ => {}
        }
        if name.closes_paragraph() {
            self.close_in(P, |name| name == Button);
        }
        match name {
            H1 | H2 | H3 | H4 | H5 | H6 if self.current().1.heading().is_some() => self.pop(),
            Li => self.close_item(&[Li]),
            Dd | Dt => self.close_item(&[Dd, Dt]),
            Button => self.close_in(Button, |_| false),
            Option | Optgroup if self.current().1 == Option => self.pop(),
            Form if self.has(Form) => return,
            Rb | Rt | Rp | Rtc if self.has_in(Ruby, |_| false) => {
                while matches!(self.current().1, Rb | Rt | Rp | P | Li | Dd | Dt | Option | Optgroup)
                    || self.current().1 == Rtc && matches!(name, Rb | Rtc)
                {
                    self.pop();
                }
            }
            Table if is_table_part(self.current().1) => self.pop_to(Table),
            Caption | Colgroup | Col | Tbody | Thead | Tfoot | Tr | Td | Th if !self.enter_table(name) => return,
            _ => {}
        }
        let name = if name == Image { Img } else { name };
        self.add(name, attrs, self_closing && name == Other && self.in_foreign() || name.is_void());
    }

    /// Adds an element; it is opened unless it has no content.
    fn add(&mut self, name: Name, mut attrs: Attrs<'a>, empty: bool) {
        let (parent, current) = self.current();
        if !name.is_special() {
            self.reopen();
        }
        attrs.shrink_to_fit();
        let kind = Kind::Element(name, attrs);
        let outside = is_table_part(current) && !belongs_in_table(name);
        let id = if outside { self.foster(kind) } else { self.tree.add(parent, kind, self.style) };
        if empty {
            return;
        }
        if self.open.len() >= DEPTH {
            if let Some(beyond) = self.beyond.get_mut(name as usize) {
                *beyond += 1;
            }
            return;
        }
        self.open.push((id, name));
        if let Some(count) = self.counts.get_mut(name as usize) {
            *count += 1;
        }
        if name.holds_formats() {
            self.active.push(Active::Edge(self.around(name)));
            self.restyle();
        } else if name == Name::Table {
            self.active.push(Active::Table);
        }
    }

    fn end(&mut self, name: Name) {
        use Name::*;
        if let Some(beyond) = self.beyond.get_mut(name as usize).filter(|beyond| **beyond > 0) {
            *beyond -= 1;
            return;
        }
        if self.in_foreign() {
            let inner = self.open.iter().rev().map(|(_, open)| *open);
            if matches!(name, P | Br) {
                self.leave_foreign();
            } else if inner.take_while(|open| !matches!(open, Svg | Math)).any(|open| open == name) {
                self.pop_to(name);
                return;
            }
        }
        match name {
            Br => self.add(Br, Attrs::new(), true),
            // An end tag alone is an empty paragraph: a break between two texts.
            P if !self.has_in(P, |name| name == Button) => {
                self.add(P, Attrs::new(), true);
            }
            P => self.close_in(P, |name| name == Button),
            A => self.close_format(A),
            Code if self.has(Code) => self.close_any(Code),
            Html | Head | Body => {}
            H1 | H2 | H3 | H4 | H5 | H6 => {
                let open = self.open.iter().rev().take_while(|(_, name)| !name.is_scope());
                if let Some((_, open)) = open.into_iter().find(|(_, name)| name.heading().is_some()).copied() {
                    self.pop_to(open);
                }
            }
            Li => self.close_in(Li, |name| matches!(name, Ol | Ul | Menu | Dir)),
            Table | Tbody | Thead | Tfoot | Tr | Td | Th | Caption if !self.has(name) => {}
            Table => self.pop_to(Table),
            Tbody | Thead | Tfoot | Tr | Td | Th | Caption => {
                let bound = |open: Name| open == Table || matches!(name, Td | Th) && open == Tr;
                if self.has_in_table(name, bound) {
                    self.pop_to(name);
                }
            }
            _ if format(name).is_some() => self.close_format(name),
            _ => self.close_any(name),
        }
    }

    /// Whether the current place is inside SVG or MathML.
    fn in_foreign(&self) -> bool {
        if !self.has(Name::Svg) && !self.has(Name::Math) {
            return false;
        }
        let mut names = self.open.iter().rev().map(|(_, name)| *name);
        let inner = names.find(|name| matches!(name, Name::Svg | Name::Math) || name.is_integration_point());
        matches!(inner, Some(Name::Svg | Name::Math))
    }

    fn leave_foreign(&mut self) {
        while self.in_foreign() {
            self.pop();
        }
    }

    fn has(&self, name: Name) -> bool {
        self.counts.get(name as usize).is_some_and(|count| *count > 0)
    }

    fn has_in(&self, name: Name, bound: impl Fn(Name) -> bool) -> bool {
        self.has(name)
            && self
                .open
                .iter()
                .rev()
                .map(|(_, open)| *open)
                .take_while(|open| !open.is_scope() && !bound(*open))
                .any(|open| open == name)
    }

    fn has_in_table(&self, name: Name, bound: impl Fn(Name) -> bool) -> bool {
        for (_, open) in self.open.iter().rev() {
            if *open == name {
                return true;
            }
            if bound(*open) {
                return false;
            }
        }
        false
    }

    fn close_in(&mut self, name: Name, bound: impl Fn(Name) -> bool) {
        if self.has_in(name, bound) {
            self.pop_to(name);
        }
    }

    /// Closes an item before the next one begins.
    fn close_item(&mut self, names: &[Name]) {
        for (_, open) in self.open.iter().rev() {
            if names.contains(open) {
                let open = *open;
                self.pop_to(open);
                return;
            }
            if open.is_special() && !matches!(open, Name::Address | Name::Div | Name::P) {
                return;
            }
        }
    }

    /// Closes an element that has no rule of its own.
    fn close_any(&mut self, name: Name) {
        if !self.has(name) {
            return;
        }
        for (_, open) in self.open.iter().rev() {
            if *open == name {
                self.pop_to(name);
                return;
            }
            // A block's end tag closes what is open in it; another's stops at a block.
            if open.is_scope() || !name.is_special() && open.is_special() {
                return;
            }
        }
    }

    /// Closes and opens what stands between the table and a part of it; false where there is no table.
    fn enter_table(&mut self, name: Name) -> bool {
        use Name::*;
        if !self.has(Table) {
            return false;
        }
        let within: &[Name] = match name {
            Td | Th => &[Tr, Tbody, Thead, Tfoot, Table],
            Tr => &[Tbody, Thead, Tfoot, Table],
            Col => &[Colgroup, Table],
            _ => &[Table],
        };
        while !within.contains(&self.current().1) && !self.open.is_empty() {
            self.pop();
        }
        if matches!(name, Td | Th) && self.current().1 != Tr {
            self.add(Tr, Attrs::new(), false);
        }
        true
    }

    fn pop_to(&mut self, name: Name) {
        while let Some((_, open)) = self.open.last().copied() {
            self.pop();
            if open == name {
                break;
            }
        }
    }

    pub(super) fn pop(&mut self) {
        let Some((_, name)) = self.open.pop() else { return };
        if let Some(count) = self.counts.get_mut(name as usize) {
            *count = count.saturating_sub(1);
        }
        if name.holds_formats() {
            self.active.truncate(self.edge().saturating_sub(1));
            self.restyle();
        } else if name == Name::Table
            && let Some(at) = self.active.iter().rposition(|active| matches!(active, Active::Table))
        {
            self.active.remove(at);
        }
        let depth = self.open.len();
        let edge = self.edge();
        for active in self.active.iter_mut().skip(edge) {
            if let Active::Format(opened) = active
                && opened.depth > depth
            {
                opened.depth = ANEW;
                self.anew = true;
            }
        }
    }
}

/// The name of an element; AMP's own elements are what they stand for.
fn known(name: &str) -> Name {
    match name.strip_prefix("amp-") {
        Some("img" | "anim") => Name::Img,
        Some("youtube") => Name::Embed,
        Some(name @ ("video" | "audio" | "iframe")) => Name::of(name),
        _ => Name::of(name),
    }
}

/// The format that an element stands for, where it is one of HTML's formatting elements.
const fn format(name: Name) -> Option<Format> {
    use Name::*;
    Some(match name {
        B | Strong => Format::Strong,
        I | Em => Format::Em,
        Code | Tt => Format::Code,
        S | Strike => Format::Strike,
        U => Format::Underline,
        Small => Format::Small,
        _ => return None,
    })
}

const fn is_table_part(name: Name) -> bool {
    matches!(name, Name::Table | Name::Tbody | Name::Thead | Name::Tfoot | Name::Tr | Name::Colgroup)
}

const fn belongs_in_table(name: Name) -> bool {
    use Name::*;
    matches!(name, Caption | Col | Colgroup | Tbody | Thead | Tfoot | Tr | Td | Th | Style | Script | Template | Input)
}
