//! What the server said, in words for the person who asked: never the URL, never a password.

use std::io;

use sqlx::postgres::{PgDatabaseError, PgErrorPosition};

use super::fetch::DECLARE;
use super::statement::Statement;
use crate::remote::escape;
use crate::remote::limit::Limit;
use crate::{Bounds, EngineError, words};

/// Tells what went wrong with one source.
pub(super) struct Teller<'j> {
    pub(super) source: &'j str,
    pub(super) bounds: &'j Bounds,
    pub(super) limit: Limit<'j>,
    /// What must never be said.
    pub(super) secrets: Vec<String>,
}

impl Teller<'_> {
    /// A failure before the query was sent.
    pub(super) fn before(&self, error: &sqlx::Error) -> EngineError {
        match error {
            sqlx::Error::Database(database) => match database.try_downcast_ref::<PgDatabaseError>()
            {
                Some(said) => self.refused(said),
                None => self.source("it refused"),
            },
            other => self.unreachable(other),
        }
    }

    /// A failure of the query.
    pub(super) fn of(&self, error: &sqlx::Error, statement: &Statement) -> EngineError {
        let sqlx::Error::Database(database) = error else {
            return self.unreachable(error);
        };
        let Some(said) = database.try_downcast_ref::<PgDatabaseError>() else {
            return self.source("it refused");
        };
        match said.code() {
            "57014" if self.limit.used() * 10 >= self.bounds.time * 9 => {
                words::bound_time(self.bounds.time)
            }
            "25006" => EngineError::NotOneQuery(self.hide(&format!(
                "it would change data; a query only reads (the server says: {})",
                said.message()
            ))),
            "42601" if said.message().contains("multiple commands") => EngineError::NotOneQuery(
                "there are several statements; a query is exactly one".to_owned(),
            ),
            "42P01" | "3F000" => self.missing(said, statement),
            code if ["42", "22", "21", "54", "0A", "2B", "44"]
                .iter()
                .any(|class| code.starts_with(class))
                && code != "42501" =>
            {
                self.wrong(said, statement)
            }
            _ => self.refused(said),
        }
    }

    /// A table that is configured and not there.
    fn missing(&self, said: &PgDatabaseError, statement: &Statement) -> EngineError {
        let tables: Vec<String> = statement
            .tables
            .values()
            .map(|table| format!("`{table}`"))
            .collect();
        self.source(&format!(
            "{}; the query reads {}: check the table's name in `whyproof.toml`, and its schema",
            said.message(),
            tables.join(", ")
        ))
    }

    fn wrong(&self, said: &PgDatabaseError, statement: &Statement) -> EngineError {
        let mut message = said.message().to_owned();
        if let Some(hint) = said.hint() {
            message = format!("{message}; {}", hint.trim_end_matches('.'));
        }
        let place = match said.position() {
            Some(PgErrorPosition::Original(at)) => place(at, statement),
            _ => None,
        };
        EngineError::Wrong {
            message: self.hide(&message),
            place,
        }
    }

    /// The server answered, and it was a no.
    fn refused(&self, said: &PgDatabaseError) -> EngineError {
        let message = said.message();
        let told = match said.code() {
            "28P01" | "28000" => {
                "it refuses the user's name or the password; check both in its URL".to_owned()
            }
            "3D000" => "it has no such database; check the name in its URL".to_owned(),
            "42501" => format!("{message}; ask whoever runs it for the right to read it"),
            "53300" => "it has no connection to spare; try again later".to_owned(),
            "57P01" | "57P02" => "it stopped while it answered; try again".to_owned(),
            "57P03" => "it is starting or stopping; try again in a moment".to_owned(),
            "57014" => {
                "somebody there stopped the query; try again, or ask whoever runs it".to_owned()
            }
            "25P03" => "it ended the connection, which was idle too long; try again".to_owned(),
            "40001" | "40P01" => format!("{message}; try again"),
            _ => format!("it says: {message}"),
        };
        self.source(&told)
    }

    /// There was no answer.
    fn unreachable(&self, error: &sqlx::Error) -> EngineError {
        let told = match error {
            sqlx::Error::Io(error) => broken(error),
            sqlx::Error::Tls(error) => {
                format!(
                    "no safe connection ({error}); check `sslmode` and `sslrootcert` in its URL"
                )
            }
            sqlx::Error::Configuration(_) => {
                "its URL cannot be read; write `postgres://USER:${PASSWORD}@HOST/DATABASE`"
                    .to_owned()
            }
            sqlx::Error::Protocol(_) => {
                "what answers there does not speak PostgreSQL; check its address".to_owned()
            }
            _ => "it cannot be reached".to_owned(),
        };
        self.source(&told)
    }

    /// A refusal by the source.
    pub(super) fn source(&self, message: &str) -> EngineError {
        EngineError::Source {
            name: self.source.to_owned(),
            message: self.hide(message),
        }
    }

    /// The words without the password, should a server repeat it.
    fn hide(&self, message: &str) -> String {
        let secrets = self.secrets.iter();
        secrets.fold(message.to_owned(), |message, secret| {
            message.replace(secret.as_str(), "…")
        })
    }
}

fn broken(error: &io::Error) -> String {
    let told = match error.kind() {
        io::ErrorKind::ConnectionRefused | io::ErrorKind::NotFound => {
            "nothing answers at its address; is it running, and is the port right?"
        }
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => "it broke off the connection; is it still running?",
        io::ErrorKind::TimedOut => "it does not answer; is it running, and is there a way to it?",
        io::ErrorKind::InvalidData => {
            "no safe connection; check `sslmode` and `sslrootcert` in its URL"
        }
        _ if error.to_string().contains("lookup") => {
            "its host is not known; check the name in its URL"
        }
        _ => "it cannot be reached; check its address, and that there is a way to it",
    };
    told.to_owned()
}

/// Line and column in the author's words of the place that the server counts in all that was sent.
fn place(at: usize, statement: &Statement) -> Option<(u32, u32)> {
    let at = at
        .checked_sub(1 + DECLARE.chars().count())?
        .checked_sub(statement.before)?;
    if at > statement.length {
        return None;
    }
    let before: String = statement.author.chars().take(at).collect();
    let line = before.matches('\n').count() + 1;
    let column = before
        .chars()
        .rev()
        .take_while(|letter| *letter != '\n')
        .count()
        + 1;
    Some((u32::try_from(line).ok()?, u32::try_from(column).ok()?))
}

/// The passwords in a URL, as they are written and as they are meant.
pub(super) fn secrets(url: &str) -> Vec<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let authority = rest.split('/').next().unwrap_or_default();
    let user = authority.rsplit_once('@').map_or("", |(user, _)| user);
    let said = user.split_once(':').map(|(_, password)| password);
    let asked = query
        .split('&')
        .filter_map(|pair| pair.strip_prefix("password="));
    said.into_iter()
        .chain(asked)
        .flat_map(|password| [password.to_owned(), escape::plain(password)])
        .filter(|password| !password.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::secrets;

    #[test]
    fn passwords_are_found_in_urls() {
        assert_eq!(secrets("postgres://u:a%40b@host/db"), ["a%40b", "a@b"]);
        assert_eq!(secrets("postgres://host/db?user=u&password=x"), ["x", "x"]);
        assert_eq!(secrets("postgres://u@host:5432/db"), [""; 0]);
        assert_eq!(secrets("nonsense"), [""; 0]);
    }
}
