//! In which country somebody lives, where their résumé says it: by its code, or by a state or a province.

use whyproof_experience::resume::Location;

/// States of the United States, by their codes and names.
const STATES: &[(&str, &str)] = &[
    ("AL", "Alabama"),
    ("AK", "Alaska"),
    ("AZ", "Arizona"),
    ("AR", "Arkansas"),
    ("CA", "California"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("DE", "Delaware"),
    ("DC", "District of Columbia"),
    ("FL", "Florida"),
    ("GA", "Georgia"),
    ("HI", "Hawaii"),
    ("ID", "Idaho"),
    ("IL", "Illinois"),
    ("IN", "Indiana"),
    ("IA", "Iowa"),
    ("KS", "Kansas"),
    ("KY", "Kentucky"),
    ("LA", "Louisiana"),
    ("ME", "Maine"),
    ("MD", "Maryland"),
    ("MA", "Massachusetts"),
    ("MI", "Michigan"),
    ("MN", "Minnesota"),
    ("MS", "Mississippi"),
    ("MO", "Missouri"),
    ("MT", "Montana"),
    ("NE", "Nebraska"),
    ("NV", "Nevada"),
    ("NH", "New Hampshire"),
    ("NJ", "New Jersey"),
    ("NM", "New Mexico"),
    ("NY", "New York"),
    ("NC", "North Carolina"),
    ("ND", "North Dakota"),
    ("OH", "Ohio"),
    ("OK", "Oklahoma"),
    ("OR", "Oregon"),
    ("PA", "Pennsylvania"),
    ("RI", "Rhode Island"),
    ("SC", "South Carolina"),
    ("SD", "South Dakota"),
    ("TN", "Tennessee"),
    ("TX", "Texas"),
    ("UT", "Utah"),
    ("VT", "Vermont"),
    ("VA", "Virginia"),
    ("WA", "Washington"),
    ("WV", "West Virginia"),
    ("WI", "Wisconsin"),
    ("WY", "Wyoming"),
];

/// Provinces and territories of Canada.
const PROVINCES: &[(&str, &str)] = &[
    ("AB", "Alberta"),
    ("BC", "British Columbia"),
    ("MB", "Manitoba"),
    ("NB", "New Brunswick"),
    ("NL", "Newfoundland and Labrador"),
    ("NS", "Nova Scotia"),
    ("NT", "Northwest Territories"),
    ("NU", "Nunavut"),
    ("ON", "Ontario"),
    ("PE", "Prince Edward Island"),
    ("QC", "Quebec"),
    ("QC", "Québec"),
    ("SK", "Saskatchewan"),
    ("YT", "Yukon"),
];

/// Codes of states that are codes of countries, too, and names that are: they say it beside an American telephone only.
const DOUBTFUL: &[&str] = &["DE", "ID", "IN", "Georgia"];

/// The code of the country: as the résumé has it, else of the state that it names in its region, or after its city.
pub(super) fn of(location: &Location, phone: Option<&str>) -> Option<String> {
    let code = location.country_code.as_deref().map(str::trim);
    if let Some(code) = code.filter(|code| !code.is_empty()) {
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        return is_code.then(|| code.to_owned());
    }
    let has_phone = phone.is_some_and(|phone| phone.trim().starts_with("+1"));
    let city = location.city.as_deref();
    let after = city.and_then(|city| Some(city.rsplit_once(',')?.1));
    let named = [location.region.as_deref(), after];
    let mut named = named.into_iter().flatten().map(bare);
    let country = named.find_map(|named| country(named, has_phone))?;
    Some(country.to_owned())
}

/// A region without a postal code after it.
fn bare(region: &str) -> &str {
    let is_end = |letter: char| letter.is_ascii_digit() || letter == '-' || letter == ' ';
    region.trim().trim_end_matches(is_end)
}

fn country(named: &str, has_phone: bool) -> Option<&'static str> {
    let is_named = |(code, name): &(&str, &str)| *code == named || name.eq_ignore_ascii_case(named);
    if DOUBTFUL.contains(&named) && !has_phone {
        return None;
    }
    if STATES.iter().any(&is_named) {
        return Some("US");
    }
    PROVINCES.iter().any(is_named).then_some("CA")
}

#[cfg(test)]
mod tests {
    use whyproof_experience::resume::Location;

    use super::of;

    #[test]
    fn a_state_says_the_country_where_no_code_does() {
        for (city, region, code, phone, country) in [
            ("Seattle", "WA", "", "", Some("US")),
            ("Seattle, WA", "", "", "", Some("US")),
            ("Austin", "tx", "", "", None),
            ("Austin", "Texas 78701", "", "", Some("US")),
            ("Toronto", "ON", "", "", Some("CA")),
            ("Montréal, Québec", "", "", "", Some("CA")),
            ("Berlin, DE", "", "", "", None),
            ("Wilmington", "DE", "", "+1 302 555 0100", Some("US")),
            ("Tbilisi", "Georgia", "", "", None),
            ("Kraków", "Małopolskie", "PL", "+1 512 555 0100", Some("PL")),
            ("Kraków", "", "", "", None),
            ("Kraków", "WA", "Poland", "", None),
        ] {
            let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let location = Location {
                city: named(city),
                region: named(region),
                country_code: named(code),
                ..Location::default()
            };
            assert_eq!(
                of(&location, named(phone).as_deref()).as_deref(),
                country,
                "{city} {region}"
            );
        }
    }
}
