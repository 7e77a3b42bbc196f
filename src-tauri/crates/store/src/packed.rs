//! Texts as they are kept: packed with zlib, whose streams carry a checksum of their own.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use crate::StoreError;

/// No text of the library is larger; more is a damaged length and not a text.
const LIMIT: u64 = 256 * 1024 * 1024;

/// Packs a text.
pub(crate) fn pack(text: &str) -> Result<Vec<u8>, StoreError> {
    let internal = |error: std::io::Error| StoreError::Internal {
        detail: error.to_string(),
    };
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(4));
    encoder.write_all(text.as_bytes()).map_err(internal)?;
    encoder.finish().map_err(internal)
}

/// Unpacks it.
pub(crate) fn unpack(bytes: &[u8]) -> Result<String, StoreError> {
    let mut text = String::new();
    ZlibDecoder::new(bytes)
        .take(LIMIT)
        .read_to_string(&mut text)
        .map_err(|error| StoreError::Damaged {
            detail: error.to_string(),
        })?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_damage_is_noticed() {
        let text = "провести смотр школьных музеев; ".repeat(100);
        let mut bytes = pack(&text).unwrap();
        assert!(bytes.len() * 8 < text.len());
        assert_eq!(unpack(&bytes).unwrap(), text);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x55;
        assert!(matches!(unpack(&bytes), Err(StoreError::Damaged { .. })));
    }
}
