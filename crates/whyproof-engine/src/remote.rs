//! Named sources: a query over their tables runs there, or is read from there.

pub(crate) mod bucket;
#[cfg_attr(not(feature = "ballista"), path = "remote/no_cluster.rs")]
mod cluster;
mod escape;
mod limit;
mod named;
mod postgres;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub(crate) use cluster::Cluster;
pub(crate) use named::{Named, of as named};

use self::limit::Limit;
use crate::run::{self, Means};
use crate::{EngineError, Job, Output};

/// What a named source is, as its URL says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    /// A server that is sent the query.
    Postgres,
    /// Files in a bucket, which the engine here reads.
    Bucket,
    /// A cluster of engines like this one.
    Cluster,
}

impl Named<'_> {
    fn system(&self) -> Result<System, EngineError> {
        match self.place.url.split_once("://").map(|(scheme, _)| scheme) {
            Some("postgres" | "postgresql") => Ok(System::Postgres),
            Some("s3") => Ok(System::Bucket),
            Some("ballista") => Ok(System::Cluster),
            _ => {
                Err(self
                    .error("its URL begins with none of `postgres://`, `s3://` and `ballista://`"))
            }
        }
    }

    /// Whether it runs the query itself.
    pub(crate) fn runs_there(&self) -> Result<bool, EngineError> {
        Ok(self.system()? != System::Bucket)
    }

    /// What it did, or what is wrong with it; never with its URL.
    pub(crate) fn error(&self, message: impl Into<String>) -> EngineError {
        EngineError::Source {
            name: self.name.to_owned(),
            message: message.into(),
        }
    }
}

/// Runs a job where its tables are.
pub(crate) async fn run(
    job: &Job,
    named: Named<'_>,
    threads: usize,
    cancel: Option<&AtomicBool>,
) -> Result<Output, EngineError> {
    let limit = Limit::of(&job.bounds, cancel);
    match named.system()? {
        System::Postgres => postgres::run(job, named, limit).await,
        System::Cluster => distributed(job, named, threads, limit).await,
        System::Bucket => Err(named.error("its files are read here")),
    }
}

/// Runs a job on a cluster. It is planned on a thread of the engine, which has the stack for it.
async fn distributed(
    job: &Job,
    named: Named<'_>,
    threads: usize,
    limit: Limit<'_>,
) -> Result<Output, EngineError> {
    let cluster = Arc::new(Cluster::of(named)?);
    let (owned, there) = (job.clone(), Arc::clone(&cluster));
    let mut task = tokio::spawn(async move {
        let means = Means {
            threads,
            ..Means::default()
        };
        run::run(&owned, &means, Some(&*there)).await
    });
    match limit.wait(&mut task).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(EngineError::Failed(
            "the engine broke down over this query".into(),
        )),
        Err(stop) => {
            task.abort();
            cluster.stop().await;
            Err(stop.error(&job.bounds))
        }
    }
}
