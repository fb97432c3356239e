//! Acronyms that need no spelling out.

/// In order, for binary search.
#[rustfmt::skip]
static COMMON: &[&str] = &[
    "AC", "AD", "AI", "AM", "ANSI", "API", "ASAP", "ASCII", "AWS", "BA", "BBC", "BC", "BS", "BSC", "BSD", "CCTV",
    "CD", "CDN", "CEO", "CET", "CFO", "CI", "CLI", "CMS", "CO", "COVID", "CPU", "CRM", "CSS", "CSV", "CTO", "CV",
    "DC", "DIY", "DNA", "DNS", "DOCX", "DOI", "DST", "DVD", "EST", "ET", "EU", "EUR", "FAQ", "FM", "FTP", "GB",
    "GBP", "GCC", "GIF", "GMT", "GNU", "GPL", "GPS", "GPU", "HDMI", "HR", "HTML", "HTTP", "HTTPS", "IBM", "ID",
    "IDE", "IDS", "IEEE", "IO", "IP", "IPO", "IQ", "ISBN", "ISO", "IT", "JPEG", "JPG", "JSON", "JVM", "KB", "LCD",
    "LED", "LLC", "LTD", "LTS", "MA", "MB", "MBA", "MIT", "MP", "MRI", "MS", "MSC", "NASA", "NATO", "NGO", "NHS",
    "OK", "OS", "PC", "PDF", "PDT", "PEP", "PHD", "PHP", "PIN", "PM", "PNG", "PO", "POSIX", "PR", "PS", "PST", "PT",
    "QA", "RAM", "REST", "RFC", "ROI", "ROM", "RPC", "RSS", "SD", "SDK", "SMS", "SQL", "SSD", "SSH", "SSL", "SVG",
    "TB", "TCP", "TLS", "TOML", "TSV", "TV", "UI", "UK", "UN", "URI", "URL", "US", "USA", "USB", "USD", "UTC",
    "UTF", "UUID", "UX", "VAT", "VIP", "VM", "VPN", "WHO", "WWW", "XML", "YAML", "ZIP",
];

/// English words that are written in capitals to be heard.
#[rustfmt::skip]
static SHOUTED: &[&str] = &[
    "ALL", "ALSO", "AND", "ANY", "ARE", "AT", "BE", "BOTH", "BUT", "BY", "CAN", "CANNOT", "DEBUG", "DID", "DO", "DOES",
    "DONE", "EACH", "ELSE", "ERROR", "EVEN", "EVER", "EVERY", "FIRST", "FOR", "FROM", "GET", "HAD", "HAS", "HAVE", "HEAD",
    "HOW", "IF", "IN", "INTO", "IS", "ITS", "JUST", "LAST", "LESS", "MAY", "ME", "MORE", "MOST", "MUST", "MY",
    "NEVER", "NEW", "NO", "NONE", "NOT", "NOTE", "NOW", "NULL", "OF", "OFF", "OLD", "ON", "ONE", "ONLY", "OR", "OUR",
    "OUT", "OVER", "OWN", "PATCH", "PLEASE", "PUT", "READ", "REALLY", "SAME", "SHALL", "SHOULD", "SO", "SOME", "STILL",
    "STOP", "SUCH", "TEST", "THAN", "THAT", "THE", "THEIR", "THEN", "THERE", "THESE", "THEY", "THIS", "THOSE", "TO",
    "TOO", "TRUE", "TWO", "UNTIL", "UP", "USE", "USED", "VERY", "WANT", "WAS", "WE", "WERE", "WHAT", "WHEN",
    "WHERE", "WHICH", "WHY", "WILL", "WITH", "WORK", "WOULD", "XOR", "YES", "YET", "YOU", "YOUR",
];

/// Whether nobody would ask what it means: very common, a word in capitals, or a Roman numeral.
pub(super) fn is_common(letters: &str) -> bool {
    let roman = letters.bytes().all(|byte| b"IVXLC".contains(&byte));
    roman || COMMON.binary_search(&letters).is_ok() || SHOUTED.binary_search(&letters).is_ok()
}

#[test]
fn the_lists_are_in_order() {
    assert!(COMMON.is_sorted());
    assert!(SHOUTED.is_sorted());
}
