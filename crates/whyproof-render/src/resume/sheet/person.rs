//! How to reach somebody.

use whyproof_experience::resume::{Basics, Location, Profile, all};

use super::{Linked, said};
use crate::resume::links;

/// Mail, telephone, home, page, accounts.
pub(super) fn contacts(basics: &Basics) -> Vec<Linked> {
    let mail = said(&basics.email).map(|text| Linked {
        target: links::of_mail(&text),
        text,
    });
    let plain = |text| Linked { text, target: None };
    let home = basics.location.as_ref().and_then(home);
    let firsts = [
        mail,
        said(&basics.phone).map(plain),
        home.map(plain),
        address(&basics.url),
    ];
    let accounts = all(&basics.profiles).iter().filter_map(account);
    firsts.into_iter().flatten().chain(accounts).collect()
}

/// An address of the web.
pub(super) fn address(url: &Option<String>) -> Option<Linked> {
    let url = said(url)?;
    let text = links::shown(&url).to_owned();
    (!text.is_empty()).then(|| Linked {
        text,
        target: links::of_web(&url),
    })
}

/// Street, city, region with its postal code, country.
fn home(location: &Location) -> Option<String> {
    let street = said(&location.address);
    let mut parts: Vec<String> = street
        .iter()
        .flat_map(|street| street.lines())
        .map(|line| line.trim().trim_end_matches(',').to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    parts.extend(said(&location.city));
    let region = [said(&location.region), said(&location.postal_code)];
    let region: Vec<String> = region.into_iter().flatten().collect();
    parts.extend((!region.is_empty()).then(|| region.join(" ")));
    parts.extend(said(&location.country_code));
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// An account: its address where that names whose it is, else the network before it.
fn account(profile: &Profile) -> Option<Linked> {
    let network = said(&profile.network);
    let url = address(&profile.url);
    let named = |name: &str, text: &str| text.to_lowercase().contains(&name.to_lowercase());
    match (network, url, said(&profile.username)) {
        (Some(network), Some(url), _) if named(&network, &url.text) => Some(url),
        (Some(network), Some(url), _) => Some(Linked {
            text: format!("{network}: {}", url.text),
            target: url.target,
        }),
        (None, Some(url), _) => Some(url),
        (network, None, name) => {
            let parts: Vec<String> = [network, name].into_iter().flatten().collect();
            let text = parts.join(": ");
            (!text.is_empty()).then_some(Linked { text, target: None })
        }
    }
}
