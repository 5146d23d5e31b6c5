//! One line on standard error for what an operator must know. What never enters it is in docs/LOGGING.md.

use std::fmt;
use std::panic::PanicHookInfo;

use tracing::Level;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::domain::clock::Clock;

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    /// One JSON object a line.
    Json,
}

impl Format {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// Writes our own events of this level and graver ones. Libraries are not heard at any level: they write down what
/// they were given, and `RUST_LOG` would let one variable of the environment turn that on.
pub fn init(level: Level, format: Format) {
    // When standard error cannot be written to (a full disk, a reader that is gone), a line is lost and work goes on.
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_timer(Seconds)
        .with_ansi(false)
        .log_internal_errors(false);
    let lines = match format {
        Format::Text => lines.boxed(),
        Format::Json => lines.json().flatten_event(true).boxed(),
    };
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), level);
    if tracing_subscriber::registry().with(lines.with_filter(ours)).try_init().is_ok() {
        std::panic::set_hook(Box::new(on_panic));
    }
}

/// The place alone: the message may quote what somebody wrote.
fn on_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "a panic: this is a fault in the program, please report it");
}

/// A finer time would only help somebody who lays this log beside a network's.
struct Seconds;

impl FormatTime for Seconds {
    fn format_time(&self, line: &mut Writer<'_>) -> fmt::Result {
        let now = jiff::Timestamp::from_second(Clock::System.now().0).map_err(|_| fmt::Error)?;
        write!(line, "{now}")
    }
}
