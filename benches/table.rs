//! The outcome: each figure beside the machine's own in the same run.

use std::fmt;

#[derive(Default)]
pub struct Table(Vec<[String; 5]>);

impl Table {
    /// `target` is the budget, or empty where there is none.
    pub fn add(
        &mut self,
        what: &str,
        ours: impl fmt::Display,
        beside: impl fmt::Display,
        ratio: Option<f64>,
        target: &str,
    ) {
        let ratio = ratio.map_or(String::new(), |ratio| format!("{ratio:.2}"));
        let row = [what.to_owned(), ours.to_string(), beside.to_string(), ratio, target.to_owned()];
        eprintln!("bench: {}", row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" | "));
        self.0.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | measured | beside it, same run | ratio | target |")?;
        writeln!(f, "|---|---|---|---|---|")?;
        self.0.iter().try_for_each(|row| writeln!(f, "| {} |", row.join(" | ")))
    }
}

/// Figures of one kind, from several turns.
#[derive(Default, Clone)]
pub struct Figures(Vec<f64>);

impl Figures {
    pub fn push(&mut self, figure: f64) {
        self.0.push(figure);
    }

    pub fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    pub fn median(&self) -> f64 {
        self.percentile(50.0)
    }

    /// The smallest figure that so many percent do not exceed.
    pub fn percentile(&self, percent: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        assert!(!sorted.is_empty(), "nothing was measured");
        let rank = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
        sorted[rank.clamp(1, sorted.len()) - 1]
    }
}

/// `12,345`, or with decimals below a hundred.
pub fn number(figure: f64) -> String {
    if figure < 100.0 {
        return format!("{figure:.1}");
    }
    let digits = format!("{figure:.0}");
    let first = (digits.len() - 1) % 3 + 1;
    let mut groups = vec![&digits[..first]];
    groups.extend((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
    groups.join(",")
}

/// Seconds, in a unit that can be read.
pub fn time(seconds: f64) -> String {
    if seconds < 0.01 { format!("{:.2} ms", seconds * 1e3) } else { format!("{:.0} ms", seconds * 1e3) }
}
