//! Keys that an object has more than once.

/// Up to this many keys, comparing all pairs is faster than a table.
const FEW: usize = 8;

/// After this many occupied places a key is given up. It bounds the work on keys made to collide, and what is lost is
/// only an entry in a report.
const PROBES: usize = 32;

/// The places of those keys that stand earlier too, in linear time.
pub(super) fn duplicates(keys: &[String]) -> Vec<usize> {
    let mut found = Vec::new();
    if keys.len() <= FEW {
        for (place, key) in keys.iter().enumerate() {
            if keys.iter().take(place).any(|earlier| earlier == key) {
                found.push(place);
            }
        }
        return found;
    }
    // Open addressing, at most half full. A table entry is a place in `keys`, or `EMPTY`.
    const EMPTY: usize = usize::MAX;
    let size = (keys.len() * 2).next_power_of_two();
    let mut table = vec![EMPTY; size];
    for (place, key) in keys.iter().enumerate() {
        let hash = hash(key);
        for probe in 0..PROBES {
            let Some(entry) = table.get_mut(hash.wrapping_add(probe) & (size - 1)) else { break };
            if *entry == EMPTY {
                *entry = place;
                break;
            }
            if keys.get(*entry) == Some(key) {
                found.push(place);
                break;
            }
        }
    }
    found
}

/// FNV-1a, with the high bits brought down to where the table looks.
fn hash(key: &str) -> usize {
    let mut hash: u32 = 0x811C_9DC5;
    for byte in key.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ (hash >> 15)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn few_and_many_keys_agree() {
        assert_eq!(duplicates(&keys(&[])), Vec::<usize>::new());
        assert_eq!(duplicates(&keys(&["a", "b", "a", "c", "a"])), [2, 4]);
        assert_eq!(duplicates(&keys(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "c", ""])), [9]);
    }

    #[test]
    fn many_keys_take_linear_time() {
        let mut many: Vec<String> = (0..300_000).map(|n| format!("key{n}")).collect();
        many.push("key7".to_owned());
        assert_eq!(duplicates(&many), [300_000]);
    }
}
