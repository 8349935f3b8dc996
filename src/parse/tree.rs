//! The tree under construction.

use core::mem::take;

use super::duplicate::duplicates;
use super::fault::Fault;
use super::path::Step;
use super::repair::KEPT;
use super::text::Decoded;
use super::{Event, Repair, RepairKind, Value};
use crate::Limits;

/// Values as they become complete, and the arrays and objects that are still open.
///
/// All open arrays and objects share one stack of values and one of keys. When one closes, its part of the stacks moves
/// into a vector of exactly its size, so each costs one allocation whatever it holds.
pub(super) struct Tree {
    limits: Limits,
    /// Values begun so far.
    begun: usize,
    open: Vec<Open>,
    values: Vec<Value>,
    keys: Vec<String>,
    /// The keys of the root object, whose members have gone ahead as events.
    root_keys: Vec<String>,
    /// The root members to be handed on element by element.
    streams: Vec<String>,
    repairs: Vec<Repair>,
}

/// An array or object that is open.
struct Open {
    object: bool,
    streamed: bool,
    /// Where its values and keys begin on the stacks.
    values: usize,
    keys: usize,
    /// Children that are complete.
    count: usize,
}

/// Who hears of finished parts.
pub(super) type On<'a> = &'a mut dyn FnMut(Event);

impl Tree {
    pub(super) const fn new(limits: Limits) -> Self {
        Self {
            limits,
            begun: 0,
            open: Vec::new(),
            values: Vec::new(),
            keys: Vec::new(),
            root_keys: Vec::new(),
            streams: Vec::new(),
            repairs: Vec::new(),
        }
    }

    pub(super) fn stream(&mut self, key: &str) {
        self.streams.push(key.into());
    }

    pub(super) fn repairs(&self) -> &[Repair] {
        &self.repairs
    }

    /// The innermost open value: `Some(true)` for an object, `Some(false)` for an array, `None` at the root.
    pub(super) const fn inside(&self) -> Option<bool> {
        match self.open.as_slice() {
            [.., open] => Some(open.object),
            [] => None,
        }
    }

    /// Counts a value that begins.
    pub(super) const fn begin(&mut self) -> Result<(), Fault> {
        if self.begun >= self.limits.values {
            return Err(Fault::Values(self.limits.values));
        }
        self.begun += 1;
        Ok(())
    }

    /// Opens an array or object, and counts it.
    pub(super) fn open(&mut self, object: bool) -> Result<(), Fault> {
        self.begin()?;
        if self.open.len() >= self.limits.depth {
            return Err(Fault::Depth(self.limits.depth));
        }
        let streamed = !object
            && matches!(self.open.as_slice(), [Open { object: true, .. }])
            && self.keys.last().is_some_and(|key| self.streams.contains(key));
        self.open.push(Open { object, streamed, values: self.values.len(), keys: self.keys.len(), count: 0 });
        Ok(())
    }

    /// Takes the key of the next member.
    pub(super) fn key(&mut self, key: Decoded) {
        self.keys.push(key.text);
        self.mended(key.invalid, key.lone);
    }

    /// Takes a finished string.
    pub(super) fn string(&mut self, string: Decoded, on: On) {
        self.mended(string.invalid, string.lone);
        self.value(Value::String(string.text), on);
    }

    /// Takes a finished value.
    pub(super) fn value(&mut self, value: Value, on: On) {
        let root = self.open.len() == 1;
        let Some(open) = self.open.last_mut() else { return on(Event::Root(value)) };
        let index = open.count;
        open.count += 1;
        if open.streamed {
            let key = self.keys.last().cloned().unwrap_or_default();
            on(Event::Item { key, index, value });
        } else if root && open.object {
            let key = self.keys.pop().unwrap_or_default();
            self.root_keys.push(key.clone());
            on(Event::Member { key, value });
        } else {
            self.values.push(value);
        }
    }

    /// Closes the innermost array or object.
    pub(super) fn close(&mut self, on: On) {
        let Some(&Open { object, values, keys, .. }) = self.open.last() else { return };
        let root = self.open.len() == 1;
        if object {
            self.report_duplicates(root, keys);
        }
        self.open.pop();
        if root && object {
            return; // Its members have all been handed on.
        }
        // Taking and truncating instead of draining: `drain` could panic, as far as the compiler sees, and brings the
        // machinery for it.
        let taken = self.values.get_mut(values..).unwrap_or_default().iter_mut().map(take);
        let value = if object {
            let members = self.keys.get_mut(keys..).unwrap_or_default().iter_mut().map(take).zip(taken).collect();
            self.keys.truncate(keys);
            Value::Object(members)
        } else {
            Value::Array(taken.collect())
        };
        self.values.truncate(values);
        self.value(value, on);
    }

    /// The path of the innermost open array or object, or of the child that is on its way in it.
    pub(super) fn path(&self, child: bool) -> String {
        let mut path = String::new();
        Step::Root.write(&mut path);
        let mut opens = self.open.iter().peekable();
        while let Some(open) = opens.next() {
            let inner = opens.peek();
            if inner.is_none() && !child {
                break;
            }
            if !open.object {
                Step::Index(open.count).write(&mut path);
            } else if let Some(key) = inner.map_or(self.keys.len(), |inner| inner.keys).checked_sub(1) {
                // The key that waits for its value is the last that was pushed before the inner one opened.
                Step::Key(self.keys.get(key).map_or("", String::as_str)).write(&mut path);
            }
        }
        path
    }

    /// Reports the repairs of a string that has been read.
    fn mended(&mut self, invalid: bool, lone: bool) {
        for (mended, kind) in [(invalid, RepairKind::InvalidUtf8), (lone, RepairKind::LoneSurrogate)] {
            if mended && self.repairs.len() < KEPT {
                let path = self.path(true);
                self.repairs.push(Repair { path, kind });
            }
        }
    }

    /// Reports keys that the object about to close has more than once.
    fn report_duplicates(&mut self, root: bool, from: usize) {
        if self.repairs.len() >= KEPT {
            return;
        }
        let keys = if root { self.root_keys.as_slice() } else { self.keys.get(from..).unwrap_or_default() };
        let found = duplicates(keys);
        let mut reports = Vec::new();
        for key in found.iter().filter_map(|&place| keys.get(place)).take(KEPT - self.repairs.len()) {
            let mut path = self.path(false);
            Step::Key(key).write(&mut path);
            reports.push(Repair { path, kind: RepairKind::DuplicateKey });
        }
        self.repairs.append(&mut reports);
    }
}
