//! What the environment says of a model. Only the environment: nothing in a case or beside it decides where its
//! text goes, or what that costs.

use std::time::Duration;

use whyproof_case::{ApiKey, Host, Patience};
use whyproof_whys::model::{Budget, Endpoint, Settings};

use crate::error::{Error, ErrorKind};

const URL: &str = "WHYPROOF_MODEL_URL";
const NAME: &str = "WHYPROOF_MODEL";
const KEY: &str = "WHYPROOF_MODEL_KEY";
const PLAIN: &str = "WHYPROOF_MODEL_PLAIN_HTTP";

/// What all of it is told in.
const PAGE: &str = "docs/model.md says what is sent, when and to whom.";

/// The model that the environment names.
///
/// # Errors
/// Where a variable is missing or has a value that will not do; none repeats the value of a key or an address.
pub(crate) fn settings(host: &dyn Host) -> Result<Settings, Error> {
    let Some(url) = variable(host, URL) else {
        return Err(
            usage(format!("--model needs a model, and {URL} is not set")).hint(format!(
                "It is the base of any OpenAI-compatible API: `export {URL}=http://127.0.0.1:8080/v1 {NAME}=NAME`."
            )),
        );
    };
    let plain = variable(host, PLAIN).is_some_and(|value| value == "1");
    let endpoint = Endpoint::new(&url, plain).map_err(|error| {
        let error = usage(format!("{URL} will not do: {error}")).hint(PAGE);
        if plain { error } else { plain_hint(error) }
    })?;
    let Some(name) = variable(host, NAME) else {
        return Err(usage(format!("{URL} is set, and {NAME} is not"))
            .hint("It is the model's name, as the server knows it."));
    };
    if name.chars().any(char::is_control) || name.chars().count() > 200 {
        return Err(usage(format!("{NAME} is no name of a model")).hint(PAGE));
    }
    let time = Duration::from_secs(number(host, "WHYPROOF_MODEL_SECONDS", 120, 1, 3600)?);
    Ok(Settings {
        endpoint,
        name,
        key: key(host)?,
        budget: budget(host)?,
        time,
        patience: patience(host)?,
    })
}

/// Who gets an address refused for plain http may have meant it.
fn plain_hint(error: Error) -> Error {
    if error.message.contains("plain http") {
        error.hint(format!(
            "Use https, or set {PLAIN}=1 where you trust the network in between."
        ))
    } else {
        error
    }
}

fn key(host: &dyn Host) -> Result<Option<ApiKey>, Error> {
    let Some(key) = variable(host, KEY) else {
        return Ok(None);
    };
    if key.chars().all(|c| c.is_ascii_graphic()) {
        Ok(Some(ApiKey::new(key)))
    } else {
        Err(usage(format!(
            "{KEY} has characters that no key has: white space inside, or letters that are not ASCII"
        )))
    }
}

fn budget(host: &dyn Host) -> Result<Budget, Error> {
    let usual = Budget::default();
    let of = |name, usual, least, most| number(host, name, usual, least, most);
    let calls = of("WHYPROOF_MODEL_CALLS", u64::from(usual.calls), 1, 100)?;
    let characters = of(
        "WHYPROOF_MODEL_CHARACTERS",
        usual.characters as u64,
        2_000,
        1_000_000,
    )?;
    let tokens = of(
        "WHYPROOF_MODEL_TOKENS",
        u64::from(usual.tokens),
        100,
        100_000,
    )?;
    Ok(Budget {
        calls: calls as u32,
        characters: characters as usize,
        tokens: tokens as u32,
    })
}

fn patience(host: &dyn Host) -> Result<Patience, Error> {
    let usual = Patience::default();
    let of = |name: &str, usual: Duration| {
        number(host, name, usual.as_secs(), 1, 3600).map(Duration::from_secs)
    };
    Ok(Patience {
        connect: of("WHYPROOF_MODEL_CONNECT_SECONDS", usual.connect)?,
        first: of("WHYPROOF_MODEL_FIRST_SECONDS", usual.first)?,
        idle: of("WHYPROOF_MODEL_IDLE_SECONDS", usual.idle)?,
    })
}

/// A variable's value; an empty one is none.
fn variable(host: &dyn Host, name: &str) -> Option<String> {
    let value = host.env(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn number(host: &dyn Host, name: &str, usual: u64, least: u64, most: u64) -> Result<u64, Error> {
    let Some(value) = variable(host, name) else {
        return Ok(usual);
    };
    match value.parse() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(usage(format!(
            "{name} must be a whole number from {least} to {most}"
        ))),
    }
}

fn usage(message: String) -> Error {
    Error::new(ErrorKind::Usage, message)
}
