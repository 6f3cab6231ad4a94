//! How marks look: classes, declared once for the style sheet of the page and for exported files.

use std::fmt::Write as _;

/// A colour role; its value depends on the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    None,
    Sheet,
    Wash,
    Ink,
    Ink2,
    Ink3,
    Rule,
    Rule2,
    Accent,
    AccentSoft,
    Red,
    Amber,
    Green,
    Hatch,
    Dots,
    Cross,
}

impl Tone {
    /// The name of the custom property, or of the pattern.
    const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Sheet => "sheet",
            Self::Wash => "wash",
            Self::Ink => "ink",
            Self::Ink2 => "ink2",
            Self::Ink3 => "ink3",
            Self::Rule => "rule",
            Self::Rule2 => "rule2",
            Self::Accent => "accent",
            Self::AccentSoft => "accent-soft",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Hatch => "fill-hatch",
            Self::Dots => "fill-dots",
            Self::Cross => "fill-cross",
        }
    }

    /// The value in the light theme.
    const fn light(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Sheet => "#ffffff",
            Self::Wash => "#f4f1ea",
            Self::Ink => "#1d1c1a",
            Self::Ink2 => "#5d5a55",
            Self::Ink3 => "#8b877f",
            Self::Rule => "#e4e0d8",
            Self::Rule2 => "#cfcac0",
            Self::Accent => "#0f5c6e",
            Self::AccentSoft => "#e3eff1",
            Self::Red => "#b42318",
            Self::Amber => "#9a5b00",
            Self::Green => "#1b6e45",
            Self::Hatch => "url(#fill-hatch)",
            Self::Dots => "url(#fill-dots)",
            Self::Cross => "url(#fill-cross)",
        }
    }

    /// The value in the page's style sheet.
    fn css(self) -> String {
        match self {
            Self::None => "none".to_owned(),
            Self::Hatch | Self::Dots | Self::Cross => format!("url(#{})", self.name()),
            _ => format!("var(--{})", self.name()),
        }
    }
}

/// The patterns that `fill-…` names: they keep areas apart in greyscale. The page holds them once.
pub const PATTERNS: [(&str, &str); 3] =
    [("fill-hatch", "M0 6L6 0M-1 1L1 -1M5 7L7 5"), ("fill-dots", "M1.5 2.5h2v2h-2Z"), ("fill-cross", "M0 3H6M3 0V6")];

struct Style {
    class: Class,
    css: &'static str,
    fill: Tone,
    fill_opacity: f64,
    stroke: Tone,
    width: f64,
    dash: &'static str,
    bold: bool,
    halo: bool,
}

const fn style(class: Class, css: &'static str) -> Style {
    Style {
        class,
        css,
        fill: Tone::None,
        fill_opacity: 1.0,
        stroke: Tone::None,
        width: 0.0,
        dash: "",
        bold: false,
        halo: false,
    }
}

impl Style {
    const fn fill(mut self, tone: Tone) -> Self {
        self.fill = tone;
        self
    }
    const fn faint(mut self, opacity: f64) -> Self {
        self.fill_opacity = opacity;
        self
    }
    const fn stroke(mut self, tone: Tone, width: f64) -> Self {
        self.stroke = tone;
        self.width = width;
        self
    }
    const fn dash(mut self, dash: &'static str) -> Self {
        self.dash = dash;
        self
    }
    const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }
    /// A rim in the colour of the ground, so that lines behind do not cut through the letters.
    const fn halo(mut self) -> Self {
        self.halo = true;
        self
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $css:literal $($set:ident($($value:expr),*))*;)*) => {
        /// What a mark means, which decides how it looks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class { $($(#[$doc])* $name),* }
        static STYLES: &[Style] = &[$(style(Class::$name, $css)$(.$set($($value),*))*),*];
    };
}

classes! {
    /// Ours, or what matters.
    Accent "c-accent" fill(Tone::Accent) stroke(Tone::Sheet, 1.0);
    /// Ours, second rank.
    AccentMid "c-accent-mid" fill(Tone::Accent) faint(0.55) stroke(Tone::Sheet, 1.0);
    /// A calm highlight.
    Soft "c-soft" fill(Tone::AccentSoft);
    /// Others, dark.
    Ink "c-ink" fill(Tone::Ink2) stroke(Tone::Sheet, 1.0);
    /// Others.
    Grey "c-grey" fill(Tone::Ink3) stroke(Tone::Sheet, 1.0);
    /// What is left, or not reached.
    Pale "c-pale" fill(Tone::Rule2) stroke(Tone::Sheet, 1.0);
    /// The ground of a track or cell.
    Wash "c-wash" fill(Tone::Wash);
    /// The first of several rivals, told apart without colour.
    Hatch "c-hatch" fill(Tone::Hatch) stroke(Tone::Rule2, 1.0);
    /// The second of several rivals.
    Dots "c-dots" fill(Tone::Dots) stroke(Tone::Rule2, 1.0);
    /// The third of several rivals.
    Cross "c-cross" fill(Tone::Cross) stroke(Tone::Rule2, 1.0);
    /// Needs action; always with a shape or a word.
    Red "c-red" fill(Tone::Red) stroke(Tone::Sheet, 1.0);
    /// Needs attention; always with a shape or a word.
    Amber "c-amber" fill(Tone::Amber) stroke(Tone::Sheet, 1.0);
    /// In order; always with a shape or a word.
    Green "c-green" fill(Tone::Green) stroke(Tone::Sheet, 1.0);
    /// Ground of a zone that needs action.
    RedSoft "c-red-soft" fill(Tone::Red) faint(0.16);
    /// Ground of a zone that needs attention.
    AmberSoft "c-amber-soft" fill(Tone::Amber) faint(0.14);
    /// Ground of a zone that is in order.
    GreenSoft "c-green-soft" fill(Tone::Green) faint(0.12);
    /// Hollow, in the accent colour.
    Hollow "c-hollow" fill(Tone::Sheet) stroke(Tone::Accent, 1.6);
    /// Hollow, grey.
    HollowGrey "c-hollow-grey" fill(Tone::Sheet) stroke(Tone::Ink3, 1.4);
    /// A frame around a card or cell.
    Frame "c-frame" fill(Tone::Sheet) stroke(Tone::Rule2, 1.0);
    /// A thin rule.
    Rule "c-rule" stroke(Tone::Rule, 1.0);
    /// An axis.
    Axis "c-axis" stroke(Tone::Rule2, 1.0);
    /// A dashed guide.
    Guide "c-guide" stroke(Tone::Ink3, 1.0) dash("3 3");
    /// A line for ours.
    LineAccent "c-line-accent" stroke(Tone::Accent, 2.0);
    /// A line for ours, wished or expected.
    LineAccentDash "c-line-accent-dash" stroke(Tone::Accent, 1.8) dash("5 4");
    /// A line for others.
    LineGrey "c-line-grey" stroke(Tone::Ink3, 1.6);
    /// A line for others, second.
    LineGreyDash "c-line-grey-dash" stroke(Tone::Ink3, 1.6) dash("2 3");
    /// A dark line: a target or limit.
    LineInk "c-line-ink" stroke(Tone::Ink, 2.0);
    /// A line that needs action.
    LineRed "c-line-red" stroke(Tone::Red, 1.8);
    /// An area of ours.
    AreaAccent "c-area-accent" fill(Tone::Accent) faint(0.14) stroke(Tone::Accent, 2.0);
    /// An area of others.
    AreaGrey "c-area-grey" fill(Tone::Ink3) faint(0.10) stroke(Tone::Ink3, 1.5);
    /// A name next to its mark.
    Label "c-label" fill(Tone::Ink) bold();
    /// Text.
    Text "c-text" fill(Tone::Ink2);
    /// Axis words, notes.
    Faint "c-faint" fill(Tone::Ink3);
    /// Text on the accent colour or another dark ground.
    OnDark "c-on-dark" fill(Tone::Sheet) bold();
    /// A number or name that matters.
    AccentText "c-accent-text" fill(Tone::Accent) bold();
    /// A word that needs action.
    RedText "c-red-text" fill(Tone::Red) bold();
    /// A word that needs attention.
    AmberText "c-amber-text" fill(Tone::Amber) bold();
    /// A word for what is in order.
    GreenText "c-green-text" fill(Tone::Green) bold();
    /// A name on lines and areas.
    LabelOver "c-label-over" fill(Tone::Ink) bold() halo();
    /// Text on lines and areas.
    TextOver "c-text-over" fill(Tone::Ink2) halo();
    /// A name that matters, on lines and areas.
    AccentOver "c-accent-over" fill(Tone::Accent) bold() halo();
    /// Words of an axis on lines and areas.
    FaintOver "c-faint-over" fill(Tone::Ink3) halo();
}

impl Class {
    fn style(self) -> Option<&'static Style> {
        STYLES.iter().find(|style| style.class == self)
    }

    /// The name of the CSS class.
    pub fn css(self) -> &'static str {
        self.style().map_or("", |style| style.css)
    }

    /// The same text where lines and areas lie behind it.
    #[must_use]
    pub const fn over(self) -> Self {
        match self {
            Self::Label => Self::LabelOver,
            Self::Text => Self::TextOver,
            Self::AccentText => Self::AccentOver,
            Self::Faint => Self::FaintOver,
            other => other,
        }
    }

    /// Whether its text is bold.
    pub fn is_bold(self) -> bool {
        self.style().is_some_and(|style| style.bold)
    }

    /// Presentation attributes for an exported file, light theme.
    pub fn attributes(self) -> String {
        let Some(style) = self.style() else { return String::new() };
        let mut out = format!(" fill=\"{}\"", style.fill.light());
        if style.fill_opacity < 1.0 {
            let _ = write!(out, " fill-opacity=\"{}\"", style.fill_opacity);
        }
        if style.stroke != Tone::None {
            let _ = write!(out, " stroke=\"{}\" stroke-width=\"{}\"", style.stroke.light(), style.width);
        }
        if !style.dash.is_empty() {
            let _ = write!(out, " stroke-dasharray=\"{}\"", style.dash);
        }
        if style.bold {
            out.push_str(" font-weight=\"600\"");
        }
        if style.halo {
            let ground = Tone::Sheet.light();
            let _ =
                write!(out, " paint-order=\"stroke\" stroke=\"{ground}\" stroke-width=\"3\" stroke-linejoin=\"round\"");
        }
        out
    }
}

/// The rules for the page's style sheet, on its custom properties (`--ink`, `--accent` …).
pub fn css_rules() -> String {
    let mut out = String::new();
    for style in STYLES {
        let _ = write!(out, ".{}{{fill:{}", style.css, style.fill.css());
        if style.fill_opacity < 1.0 {
            let _ = write!(out, ";fill-opacity:{}", style.fill_opacity);
        }
        if style.stroke != Tone::None {
            let _ = write!(out, ";stroke:{};stroke-width:{}", style.stroke.css(), style.width);
        }
        if !style.dash.is_empty() {
            let _ = write!(out, ";stroke-dasharray:{}", style.dash);
        }
        if style.bold {
            out.push_str(";font-weight:600");
        }
        if style.halo {
            out.push_str(";paint-order:stroke;stroke:var(--sheet);stroke-width:3;stroke-linejoin:round");
        }
        out.push_str("}\n");
    }
    out
}

/// Colour of the pattern lines in an exported file.
pub const PATTERN_INK: &str = "#8b877f";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_its_own_name_and_rule() {
        let names: std::collections::BTreeSet<_> = STYLES.iter().map(|style| style.css).collect();
        assert_eq!(names.len(), STYLES.len());
        assert!(css_rules().contains(".c-accent{fill:var(--accent);stroke:var(--sheet);stroke-width:1}"));
        assert!(Class::Guide.attributes().contains("stroke-dasharray=\"3 3\""));
    }
}
