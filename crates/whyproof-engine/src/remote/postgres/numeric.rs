//! PostgreSQL's `numeric` as it comes over the wire.

use crate::Value;

const POSITIVE: u16 = 0x0000;
const NEGATIVE: u16 = 0x4000;
const NOT_A_NUMBER: u16 = 0xC000;
const INFINITY: u16 = 0xD000;
const MINUS_INFINITY: u16 = 0xF000;

/// The number: a whole one where it has no decimals and fits, else the nearest float.
pub(super) fn read(bytes: &[u8]) -> Option<Value> {
    let mut halves = bytes
        .chunks_exact(2)
        .map(|two| u16::from_be_bytes([two[0], two[1]]));
    let count = usize::from(halves.next()?);
    let weight = i32::from(halves.next()?.cast_signed());
    let sign = halves.next()?;
    let decimals = halves.next()?;
    let digits: Vec<u16> = halves.collect();
    if digits.len() != count {
        return None;
    }
    let minus = match sign {
        POSITIVE => "",
        NEGATIVE => "-",
        NOT_A_NUMBER => return Some(Value::Float(f64::NAN)),
        INFINITY => return Some(Value::Float(f64::INFINITY)),
        MINUS_INFINITY => return Some(Value::Float(f64::NEG_INFINITY)),
        _ => return None,
    };
    // Four decimal digits each; the first counts 10000 to the power of the weight. Reading the text rounds once.
    let mut text = String::from(minus);
    if digits.is_empty() {
        text.push('0');
    }
    for digit in &digits {
        text.push_str(&format!("{digit:04}"));
    }
    let exponent = match i32::try_from(count) {
        Ok(0) | Err(_) => 0,
        Ok(count) => (weight - count + 1) * 4,
    };
    if decimals == 0 && (0..=20).contains(&exponent) {
        let zeros = usize::try_from(exponent).unwrap_or(0);
        if let Ok(whole) = format!("{text}{}", "0".repeat(zeros)).parse() {
            return Some(Value::Int(whole));
        }
    }
    format!("{text}e{exponent}").parse().ok().map(Value::Float)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::Value;

    fn of(weight: i16, sign: u16, decimals: u16, digits: &[u16]) -> Option<Value> {
        let count = u16::try_from(digits.len()).expect("few");
        let halves = [count, weight.cast_unsigned(), sign, decimals];
        let bytes: Vec<u8> = halves
            .iter()
            .chain(digits)
            .flat_map(|half| half.to_be_bytes())
            .collect();
        read(&bytes)
    }

    #[test]
    fn numbers_are_read() {
        assert_eq!(of(0, 0, 0, &[]), Some(Value::Int(0)));
        assert_eq!(of(0, 0, 0, &[42]), Some(Value::Int(42)));
        assert_eq!(of(1, 0x4000, 0, &[1, 2345]), Some(Value::Int(-12345)));
        assert_eq!(of(2, 0, 0, &[1]), Some(Value::Int(100_000_000)));
        assert_eq!(of(0, 0, 2, &[3, 1500]), Some(Value::Float(3.15)));
        assert_eq!(of(-1, 0, 4, &[1]), Some(Value::Float(0.0001)));
        assert_eq!(of(0, 0, 16, &[2]), Some(Value::Float(2.0)));
        assert_eq!(of(5, 0, 0, &[1]), Some(Value::Float(1e20)));
        assert_eq!(of(0, 0xD000, 0, &[]), Some(Value::Float(f64::INFINITY)));
        assert_eq!(of(0, 0xF000, 0, &[]), Some(Value::Float(f64::NEG_INFINITY)));
        assert!(matches!(of(0, 0xC000, 0, &[]), Some(Value::Float(number)) if number.is_nan()));
    }

    #[test]
    fn what_is_cut_off_is_no_number() {
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[0, 2, 0, 0, 0, 0, 0, 0, 0, 1]), None);
        assert_eq!(read(&[0, 0, 0, 0, 0x12, 0x34, 0, 0]), None);
    }
}
