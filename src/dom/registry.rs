//! The readers of a page, by number.
//!
//! JS holds numbers, never handles. While a reader works it is taken out of its place, so nothing is borrowed when the core calls
//! into the page: a call that comes back for the same reader finds the place empty and does nothing.

use core::cell::RefCell;

use super::Reader;

enum Place {
    Free,
    Here(Box<Reader>),
    /// At work further up the stack.
    Away,
    /// At work, to be dropped when it is done.
    Leaving,
}

thread_local! {
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a reader; answers its number.
pub fn open(reader: Reader) -> u32 {
    PLACES.with_borrow_mut(|places| {
        let here = Place::Here(Box::new(reader));
        let free = places.iter().position(|place| matches!(place, Place::Free));
        let index = match free.and_then(|index| places.get_mut(index).map(|place| (index, place))) {
            Some((index, place)) => {
                *place = here;
                index
            }
            None => {
                places.push(here);
                places.len() - 1
            }
        };
        u32::try_from(index).unwrap_or(u32::MAX)
    })
}

/// Lets a reader work, then sends what it has to say. `None` where there is no such reader, or it is at work already.
pub fn with<T>(id: u32, work: impl FnOnce(&mut Reader) -> T) -> Option<T> {
    with_answer(id, work).map(|(result, _)| result)
}

/// The same, with whether the host has dealt with any of it.
pub fn with_answer<T>(id: u32, work: impl FnOnce(&mut Reader) -> T) -> Option<(T, bool)> {
    let mut work = Some(work);
    let mut result = None;
    let dealt_with = run(id, &mut |reader| result = work.take().map(|work| work(reader)))?;
    result.map(|result| (result, dealt_with))
}

/// Not generic, so that it is in the binary once and not for every question.
fn run(id: u32, work: &mut dyn FnMut(&mut Reader)) -> Option<bool> {
    let mut reader = swap(id, Place::Away)?;
    work(&mut reader);
    let messages = reader.take_messages();
    let emit = reader.emitter();
    let left = PLACES.with_borrow_mut(|places| {
        let place = places.get_mut(id as usize)?;
        let leaving = matches!(place, Place::Leaving);
        *place = if leaving { Place::Free } else { Place::Here(reader) };
        Some(())
    });
    let mut dealt_with = false;
    if left.is_some() {
        for message in messages {
            dealt_with |= message.send(&emit);
        }
    }
    Some(dealt_with)
}

/// Drops a reader.
pub fn close(id: u32) {
    if let Some(reader) = swap(id, Place::Free) {
        reader.leave();
        return;
    }
    PLACES.with_borrow_mut(|places| {
        if let Some(place @ Place::Away) = places.get_mut(id as usize) {
            *place = Place::Leaving;
        }
    });
}

fn swap(id: u32, other: Place) -> Option<Box<Reader>> {
    PLACES.with_borrow_mut(|places| {
        let place = places.get_mut(id as usize)?;
        if !matches!(place, Place::Here(_)) {
            return None;
        }
        match core::mem::replace(place, other) {
            Place::Here(reader) => Some(reader),
            _ => None,
        }
    })
}
