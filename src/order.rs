//! Sorting, once for all types. The standard library's sort is copied for each of them, five kilobytes a time, and this goes over the
//! wire.

/// Sorts `items`, keeping the order of those of which neither comes before the other. `before` says whether the first comes before
/// the second.
pub fn order<T>(items: &mut Vec<T>, before: impl Fn(&T, &T) -> bool) {
    let places = merged(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => before(one, other),
        _ => false,
    });
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.iter().filter_map(|place| taken.get_mut(*place)?.take()));
}

/// Sorts by a key.
pub fn order_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    order(items, |one, other| key(one) < key(other));
}

/// The places from 0 to `length` in order: a merge sort from the bottom up.
fn merged(length: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut width = 1;
    while width < length {
        let mut next = Vec::with_capacity(length);
        for pair in places.chunks(width * 2) {
            let (mut left, mut right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            while let (Some((one, left_rest)), Some((other, right_rest))) = (left.split_first(), right.split_first()) {
                if before(*other, *one) {
                    next.push(*other);
                    right = right_rest;
                } else {
                    next.push(*one);
                    left = left_rest;
                }
            }
            next.extend_from_slice(left);
            next.extend_from_slice(right);
        }
        places = next;
        width *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        for length in [0, 1, 2, 3, 7, 64, 100] {
            let mut items: Vec<(usize, usize)> = (0..length).map(|index| ((index * 7919) % 13, index)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            order_by_key(&mut items, |(key, _)| *key);
            assert_eq!(items, expected);
        }
    }
}
