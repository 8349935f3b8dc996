//! From tokens to the tree (HTML, "Tree construction"), as far as it matters for what a reader sees.
//!
//! Formatting elements (`b`, `i`, `a`, …) are not nodes: each text knows what was in force where it stands. So formats that close out of
//! order need no adoption agency, and the tree stays linear in the size of the input.

use std::borrow::Cow;

use super::css;
use super::name::Name;
use super::token::{Token, Tokenizer};
use super::tree::{Attrs, Format, Id, Kind, Link, NONE, Style, Tree, is_blank};

/// Open elements at one time, as in browsers; what is nested deeper stands beside.
const DEPTH: usize = 512;

/// Formats of one kind that can be open at one time (HTML, "Noah's Ark clause").
const ALIKE: usize = 3;

/// Something in the list of active formats: a format, or the edge of a cell or table.
#[derive(Clone, Copy)]
enum Active {
    /// With what is in force around the cell: formats outside hold inside it, but cannot be closed there.
    Edge(Style),
    /// Formats outside cannot be closed between the cells either, but those that open there outlive the table.
    Table,
    /// A format.
    Format(Opened),
}

/// A format that is in force.
#[derive(Clone, Copy)]
struct Opened {
    /// What it adds to the formats around it, and what it takes from them, a bit each.
    gives: u8,
    takes: u8,
    /// The element: an end tag of `strong` does not close a `b`.
    name: Name,
    link: u32,
    /// How many elements are open around it; [`ANEW`] where its element is closed, and it opens anew with the next text.
    depth: usize,
}

/// See [`Opened::depth`].
const ANEW: usize = usize::MAX;

struct Construction<'a> {
    tree: Tree<'a>,
    open: Vec<(Id, Name)>,
    /// How many of each element are open.
    counts: [u16; Name::COUNT],
    /// How many of each element were too deep to be opened.
    beyond: [u32; Name::COUNT],
    active: Vec<Active>,
    /// Whether a format is to be opened anew.
    anew: bool,
    style: Style,
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

    fn pop(&mut self) {
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

    /// Formats whose elements are closed open anew, where something stands that they apply to.
    fn reopen(&mut self) {
        if !core::mem::take(&mut self.anew) {
            return;
        }
        let depth = self.open.len();
        let edge = self.edge();
        for active in self.active.iter_mut().skip(edge) {
            if let Active::Format(opened) = active
                && opened.depth == ANEW
            {
                opened.depth = depth;
            }
        }
    }

    fn link(&mut self, attrs: Attrs<'a>) {
        use Name::A;
        let edge = self.edge();
        self.deactivate(A, edge);
        let number = u32::try_from(self.tree.links.len()).unwrap_or(NONE);
        self.activate(Format::Link, A, number, &attrs);
        self.tree.links.push(Link { attrs, words: String::new() });
    }

    /// Where the formats of the innermost cell begin.
    fn edge(&self) -> usize {
        self.active.iter().rposition(|active| matches!(active, Active::Edge(_))).map_or(0, |at| at + 1)
    }

    fn activate(&mut self, format: Format, name: Name, link: u32, attrs: &Attrs<'_>) {
        self.reopen();
        // What is pasted from some editors is in a bold element that is not bold.
        let (given, takes) = css::formats(attrs);
        let hidden = if css::hides(attrs) { Format::Hidden.bit() } else { 0 };
        let gives = format.bit() & !takes | given | hidden;
        let inner = self.active.iter().skip(self.edge());
        if inner.filter(|active| matches!(active, Active::Format(opened) if opened.name == name)).count() < ALIKE {
            self.active.push(Active::Format(Opened { gives, takes, name, link, depth: self.open.len() }));
            self.restyle();
        }
    }

    /// The end tag of a format.
    fn close_format(&mut self, name: Name) {
        let edge = self.active.iter().rposition(|active| !matches!(active, Active::Format(_)));
        self.deactivate(name, edge.map_or(0, |at| at + 1));
    }

    fn deactivate(&mut self, name: Name, edge: usize) {
        let found = self.active.iter().enumerate().skip(edge).rev().find_map(|(at, active)| match active {
            Active::Format(opened) if opened.name == name => Some((at, opened.depth)),
            _ => None,
        });
        let Some((at, depth)) = found else { return };
        // Phrases that are open in it close with it, where no block is.
        if self.open.get(depth..).is_some_and(|inner| !inner.iter().any(|(_, name)| name.is_special())) {
            while self.open.len() > depth {
                self.pop();
            }
        }
        self.active.remove(at);
        self.restyle();
    }

    /// What is in force in an element that holds formats, from those whose elements are open around it.
    fn around(&self, name: Name) -> Style {
        let is_in_table = !matches!(name, Name::Applet | Name::Marquee | Name::Object);
        let last = self.active.iter().rposition(|active| is_in_table && matches!(active, Active::Table));
        let end = last.unwrap_or(self.active.len()).max(self.edge());
        self.style_of(end, |opened| !is_in_table || opened.depth != ANEW)
    }

    /// Works out what is in force.
    fn restyle(&mut self) {
        self.style = self.style_of(self.active.len(), |_| true);
    }

    fn style_of(&self, end: usize, counts: impl Fn(&Opened) -> bool) -> Style {
        let edge = self.edge();
        let around = match edge.checked_sub(1).and_then(|at| self.active.get(at)) {
            Some(Active::Edge(style)) => *style,
            _ => Style { formats: 0, link: NONE },
        };
        self.active.iter().take(end).skip(edge).fold(around, |mut style, active| {
            match active {
                Active::Format(opened) if counts(opened) => {
                    if opened.link != NONE {
                        style.link = opened.link;
                    }
                    style.formats = style.formats & !opened.takes | opened.gives;
                }
                _ => {}
            }
            style
        })
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
