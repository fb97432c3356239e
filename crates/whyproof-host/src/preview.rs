//! A page on this machine, for the browsers of this machine alone.
//!
//! It serves one page and the news that it has changed, on the loopback address, to whoever calls it by that name:
//! a page from elsewhere that points a name of its own here is refused.

mod request;

use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use request::{Asked, read};

/// How many browsers are listened to at once.
const MOST: usize = 64;

/// How long a browser may take to ask, and to take what it is given.
const PATIENCE: Duration = Duration::from_secs(10);

/// After how long without a change a browser is told that all is well; so one that has gone is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// Why a page cannot be served.
#[derive(Debug, thiserror::Error)]
#[error("port {port} of this machine cannot be listened to: {source}")]
pub struct PreviewError {
    port: u16,
    source: io::Error,
}

/// A page that is served until the program ends.
#[derive(Debug)]
pub struct Preview {
    port: u16,
    shown: Arc<Shown>,
}

#[derive(Debug)]
struct Shown {
    /// The page, and how often it has changed.
    page: Mutex<(Arc<str>, u64)>,
    changed: Condvar,
    browsers: AtomicUsize,
}

impl Shown {
    fn page(&self) -> MutexGuard<'_, (Arc<str>, u64)> {
        self.page.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Preview {
    /// Serves `page` on a port of 127.0.0.1; 0 is any that is free.
    ///
    /// # Errors
    /// [`PreviewError`] where the port is taken or not ours to take.
    pub fn begin(port: u16, page: &str) -> Result<Preview, PreviewError> {
        let failed = |source| PreviewError { port, source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let shown = Arc::new(Shown {
            page: Mutex::new((page.into(), 1)),
            changed: Condvar::new(),
            browsers: AtomicUsize::new(0),
        });
        let served = Arc::clone(&shown);
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let shown = Arc::clone(&served);
                if shown.browsers.fetch_add(1, Ordering::Relaxed) >= MOST {
                    shown.browsers.fetch_sub(1, Ordering::Relaxed);
                    continue;
                }
                thread::spawn(move || {
                    // A browser that has gone needs no answer.
                    let _ = answer(browser, port, &shown);
                    shown.browsers.fetch_sub(1, Ordering::Relaxed);
                });
            }
        });
        Ok(Preview { port, shown })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Shows another page in its place, and tells the browsers that look at it.
    pub fn show(&self, page: &str) {
        let mut shown = self.shown.page();
        if &*shown.0 != page {
            *shown = (page.into(), shown.1 + 1);
            self.shown.changed.notify_all();
        }
    }
}

fn answer(mut browser: TcpStream, port: u16, shown: &Shown) -> io::Result<()> {
    browser.set_read_timeout(Some(PATIENCE))?;
    browser.set_write_timeout(Some(PATIENCE))?;
    match read(&mut browser, port)? {
        Asked::Page { body } => {
            let (page, revision) = shown.page().clone();
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nServer-Timing: revision;desc=\"{revision}\"\r\n{ALWAYS}\r\n",
                page.len()
            );
            browser.write_all(head.as_bytes())?;
            if body {
                browser.write_all(page.as_bytes())?;
            }
        }
        Asked::Changes => tell(&mut browser, shown)?,
        Asked::Nothing { status } => {
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n{ALWAYS}\r\n");
            browser.write_all(head.as_bytes())?;
        }
    }
    browser.flush()
}

/// What every answer says: it is kept by nobody, framed by nobody, and read by no other page.
const ALWAYS: &str = "Cache-Control: no-store\r\nConnection: close\r\nContent-Security-Policy: frame-ancestors 'none'\r\nCross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n";

/// Tells of the revision now, and of every one after it, as long as the browser listens.
fn tell(browser: &mut TcpStream, shown: &Shown) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{ALWAYS}\r\n");
    browser.write_all(head.as_bytes())?;
    let mut told = 0;
    loop {
        let page = shown.page();
        let same = |page: &mut (Arc<str>, u64)| page.1 == told;
        let waited = shown.changed.wait_timeout_while(page, BEAT, same);
        let revision = waited.unwrap_or_else(PoisonError::into_inner).0.1;
        if revision == told {
            browser.write_all(b": well\n\n")?;
        } else {
            told = revision;
            browser.write_all(format!("event: revision\ndata: {revision}\n\n").as_bytes())?;
        }
        browser.flush()?;
    }
}
