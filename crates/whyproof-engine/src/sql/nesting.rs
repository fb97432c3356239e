//! Refuses nesting over which the parser would take time without end.
//!
//! After words such as NOT, CAST and POSITION it tries one reading and, where that fails anywhere inside, another. In
//! a query that is not right, each of them inside of another doubles its time.

use datafusion::sql::sqlparser::dialect::GenericDialect;
use datafusion::sql::sqlparser::keywords::Keyword;
use datafusion::sql::sqlparser::tokenizer::{Token, Tokenizer};

/// How many of these words may be inside of each other; those that are tried most count twice.
const DEEPEST: u32 = 10;

/// Whether such words are nested too deeply. What cannot be taken apart is for the parser to tell.
pub(super) fn is_too_deep(sql: &str) -> bool {
    let Ok(tokens) = Tokenizer::new(&GenericDialect {}, sql).tokenize() else {
        return false;
    };
    // For every open bracket, and for the outside: the words since the last separator.
    let mut levels = vec![0];
    let mut depth = 0;
    for token in tokens {
        match token {
            Token::LParen | Token::LBracket | Token::LBrace => levels.push(0),
            Token::RParen | Token::RBracket | Token::RBrace if levels.len() > 1 => {
                depth -= levels.pop().unwrap_or_default();
            }
            Token::Comma | Token::SemiColon => depth -= restart(&mut levels),
            Token::Word(word) if word.quote_style.is_none() => match weight(word.keyword) {
                Some(weight) => {
                    depth += weight;
                    if let Some(level) = levels.last_mut() {
                        *level += weight;
                    }
                }
                None if separates(word.keyword) => depth -= restart(&mut levels),
                None => {}
            },
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// Begins anew in the innermost bracket, and gives what was counted there.
fn restart(levels: &mut [u32]) -> u32 {
    levels.last_mut().map(std::mem::take).unwrap_or_default()
}

fn weight(keyword: Keyword) -> Option<u32> {
    match keyword {
        Keyword::POSITION => Some(2),
        Keyword::ARRAY
        | Keyword::CASE
        | Keyword::CAST
        | Keyword::CEIL
        | Keyword::CONVERT
        | Keyword::CURRENT_DATE
        | Keyword::CURRENT_TIME
        | Keyword::CURRENT_TIMESTAMP
        | Keyword::EXISTS
        | Keyword::EXTRACT
        | Keyword::FLOOR
        | Keyword::INTERVAL
        | Keyword::LOCALTIME
        | Keyword::LOCALTIMESTAMP
        | Keyword::NOT
        | Keyword::OVERLAY
        | Keyword::SAFE_CAST
        | Keyword::SUBSTR
        | Keyword::SUBSTRING
        | Keyword::TRIM
        | Keyword::TRY_CAST
        | Keyword::TRY_CONVERT => Some(1),
        _ => None,
    }
}

/// Words after which nothing that stood before is still being read in two ways.
fn separates(keyword: Keyword) -> bool {
    matches!(
        keyword,
        Keyword::AND
            | Keyword::AS
            | Keyword::BY
            | Keyword::ELSE
            | Keyword::END
            | Keyword::FROM
            | Keyword::HAVING
            | Keyword::ON
            | Keyword::OR
            | Keyword::SELECT
            | Keyword::THEN
            | Keyword::UNION
            | Keyword::WHEN
            | Keyword::WHERE
    )
}
