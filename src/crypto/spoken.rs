//! Secrets on paper: bytes as groups of four letters and digits that survive being read aloud and typed back.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Crockford's base 32: no I, L, O or U, so that nothing looks like a digit and no word appears by accident.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 4;
/// Tells a typing mistake from a wrong paper.
const CHECK: usize = 3;

/// Groups of four. Whole groups need a multiple of five bytes.
pub fn write(bytes: &[u8]) -> String {
    let mut letters = Zeroizing::new(String::new());
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            letters.push(letter(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        letters.push(letter(held << (5 - bits)));
    }
    let groups: Vec<&str> =
        (0..letters.len()).step_by(GROUP).map(|at| &letters[at..(at + GROUP).min(letters.len())]).collect();
    groups.join("-")
}

/// Reads what was typed in any case, with any separators, O for 0 and I or L for 1. `None` for another length or letter.
pub fn read<const N: usize>(typed: &str) -> Option<Zeroizing<[u8; N]>> {
    let mut out = Zeroizing::new([0; N]);
    let (mut held, mut bits, mut at) = (0_u32, 0, 0);
    for letter in typed.chars().filter(|c| c.is_alphanumeric()) {
        held = (held << 5) | value(letter)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            *out.get_mut(at)? = (held >> bits) as u8;
            at += 1;
            held &= (1 << bits) - 1;
        }
    }
    (at == N && held == 0 && bits < 5).then_some(out)
}

/// Thirty-two bytes and their check, in fourteen groups.
pub fn write_checked(bytes: &[u8; 32]) -> String {
    let mut all = Zeroizing::new([0; 32 + CHECK]);
    all[..32].copy_from_slice(bytes);
    all[32..].copy_from_slice(&check(bytes));
    write(all.as_slice())
}

pub fn read_checked(typed: &str) -> Option<Zeroizing<[u8; 32]>> {
    let all = read::<{ 32 + CHECK }>(typed)?;
    let mut bytes = Zeroizing::new([0; 32]);
    bytes.copy_from_slice(&all[..32]);
    (all[32..] == check(bytes.as_slice())).then_some(bytes)
}

fn check(bytes: &[u8]) -> [u8; CHECK] {
    let hash = Sha256::new().chain_update(b"quietdoor/1/spoken").chain_update(bytes).finalize();
    [hash[0], hash[1], hash[2]]
}

fn letter(value: u32) -> char {
    char::from(ALPHABET[(value & 31) as usize])
}

fn value(letter: char) -> Option<u32> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..).zip(ALPHABET).find(|(_, known)| char::from(**known) == letter).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::random::Random;

    #[test]
    fn what_is_written_is_read_however_it_is_typed() {
        let random = Random::repeatable(1);
        for _ in 0..100 {
            let bytes: [u8; 10] = random.array();
            let text = write(&bytes);
            assert_eq!(text.len(), 19, "{text}");
            let careless = text.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
            assert_eq!(read::<10>(&careless).as_deref(), Some(&bytes), "{careless}");
        }
        assert!(read::<10>("ABCD-EFGH-JKMN-PQR").is_none());
        assert!(read::<10>("ABCD-EFGH-JKMN-PQRS-T").is_none());
        assert!(read::<10>("ABCD-EFGH-JKMN-PQRU").is_none());
        assert!(read::<10>("ABCD-EFGH-JKMN-PQRé").is_none());
        assert!(read::<10>("").is_none());
    }

    #[test]
    fn one_wrong_letter_is_noticed() {
        let text = write_checked(&Random::repeatable(2).array());
        assert_eq!(text.split('-').count(), 14);
        assert!(read_checked(&text).is_some());
        for at in (0..text.len()).filter(|at| &text[*at..=*at] != "-") {
            let other = if &text[at..=at] == "7" { "8" } else { "7" };
            let wrong = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            assert!(read_checked(&wrong).is_none(), "{wrong}");
        }
    }
}
