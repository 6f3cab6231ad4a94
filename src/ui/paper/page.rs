//! The plan on a page: one sheet of paper on paper, a dashboard on the screen.

use crate::ui::prelude::*;

use crate::analysis::page::{Block, Bullet, Figure, Line, Page, Part, Slice, Stone, Tone, page};
use crate::charts::{catalogue, scene::pixels};
use crate::i18n::paper as words;
use crate::ui::cx::Cx;
use crate::ui::picture;
use crate::worksheets::{sheets, table};

/// Where the sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On a page of its own.
    Alone,
    /// As a chapter of the report.
    Chapter,
    /// On the big screen.
    Shown,
}

/// Width of the map of the people, in pixels.
const MAP_WIDTH: f64 = 340.0;

/// The sheet.
pub fn view(cx: Cx, place: Place) -> AnyView {
    let page = cx.desk.book(&[], |book| page(book, cx.lang));
    let columns = page.columns.iter().map(|blocks| {
        let blocks = blocks.iter().map(|one| block(cx, place, one)).collect_view();
        view! { <div class="onepage-column">{blocks}</div> }
    });
    let columns = columns.collect_view();
    view! {
        <section class="onepage" data-paper="page" class:blank=page.is_empty()>
            {head(cx, place, &page)}
            <div class="onepage-columns">{columns}</div>
            {foot(cx, &page)}
        </section>
    }
    .into_any()
}

fn head(cx: Cx, place: Place, page: &Page) -> AnyView {
    let title = page.title.clone();
    let title = match place {
        Place::Alone | Place::Shown => view! { <h1 tabindex="-1">{title}</h1> }.into_any(),
        Place::Chapter => view! { <p class="title">{title}</p> }.into_any(),
    };
    let headline = if page.is_empty() { cx.t(words::EMPTY_PAGE).to_owned() } else { page.headline.clone() };
    let about = page.about.iter().map(|text| view! { <span>{text.clone()}</span> }).collect_view();
    let figures = page.figures.iter().map(|one| figure(cx, one)).collect_view();
    view! {
        <header>
            <div class="onepage-who">
                {title}
                {(!headline.is_empty()).then(|| view! { <p class="headline">{headline}</p> })}
                <p class="about-plan">{about}</p>
            </div>
            <dl>{figures}</dl>
        </header>
    }
    .into_any()
}

fn figure(cx: Cx, figure: &Figure) -> AnyView {
    view! { <div><dt>{cx.t(figure.label)}</dt><dd>{figure.value.clone()}</dd></div> }.into_any()
}

fn block(cx: Cx, place: Place, block: &Block) -> AnyView {
    let name = cx.t(block.title);
    let home = block.home;
    let heading = match place {
        Place::Alone => view! {
            <h2>
                <button type="button" class="go" title=cx.tf(words::GO_TO, &[home_name(cx, home)]) on:click=move |_| go(cx, home)>{name}</button>
                <span>{block.note.clone()}</span>
            </h2>
        }
        .into_any(),
        Place::Chapter => view! { <h3>{name}" "<span>{block.note.clone()}</span></h3> }.into_any(),
        Place::Shown => view! { <h2>{name}" "<span>{block.note.clone()}</span></h2> }.into_any(),
    };
    let body = if block.parts.is_empty() {
        view! { <p class="hint">{cx.t(block.hint)}</p> }.into_any()
    } else {
        block.parts.iter().map(|one| part(cx, one)).collect_view().into_any()
    };
    view! { <section class="block" data-block=block.key class:waiting=block.parts.is_empty()>{heading}{body}</section> }
        .into_any()
}

fn home_name(cx: Cx, path: &str) -> &'static str {
    table(path).map_or("", |table| cx.t(table.label))
}

fn go(cx: Cx, path: &'static str) {
    let sheet = path.split('.').next().and_then(sheets::sheet);
    if let Some(sheet) = sheet {
        cx.app.go_to_section(sheet.page, path);
    }
}

fn part(cx: Cx, part: &Part) -> AnyView {
    match part {
        Part::Line(one) => line(one),
        Part::Say(text) => view! { <p class="say">{text.clone()}</p> }.into_any(),
        Part::Figure(value, about) => {
            view! { <p class="number"><b>{value.clone()}</b><span>{about.clone()}</span></p> }.into_any()
        }
        Part::Wallet(slices) => wallet(slices),
        Part::Bullet(one) => bullet(one),
        Part::Stones(stones) => {
            view! { <ol class="stones">{stones.iter().map(|one| stone(cx, one)).collect_view()}</ol> }.into_any()
        }
        Part::People => {
            let drawing = catalogue::find("power_map").and_then(|map| picture::drawing(cx, map, MAP_WIDTH, "page"));
            view! { <div class="map">{drawing}</div> }.into_any()
        }
        Part::More(count) => view! { <p class="more">{cx.tf(words::AND_MORE, &[&count.to_string()])}</p> }.into_any(),
    }
}

const fn tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Watch => Some("watch"),
        Tone::Bad => Some("bad"),
    }
}

fn line(line: &Line) -> AnyView {
    let piece = |class: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <span class=class>{text.to_owned()}</span> }.into_any())
    };
    view! {
        <p class="line" data-tone=tone(line.tone)>
            {piece("cue", &line.mark)}
            <span class="text">{line.text.clone()}</span>
            {piece("who", &line.who)}
            {piece("note", &line.note)}
        </p>
    }
    .into_any()
}

/// Bars are drawings, so that they print where browsers leave backgrounds out.
fn bar(class: &'static str, parts: AnyView) -> AnyView {
    view! { <svg class=class aria-hidden="true">{parts}</svg> }.into_any()
}

fn stripe(class: &'static str, from: f64, width: f64) -> AnyView {
    let (x, width) = (format!("{}%", pixels(from)), format!("{}%", pixels(width)));
    view! { <rect class=class x=x width=width height="100%"></rect> }.into_any()
}

fn wallet(slices: &[Slice; 3]) -> AnyView {
    const LOOKS: [&str; 3] = ["ours", "theirs", "rest"];
    let mut from = 0.0;
    let mut stripes = Vec::new();
    let mut names = Vec::new();
    for (slice, look) in slices.iter().zip(LOOKS) {
        stripes.push(stripe(look, from, slice.percent));
        from += slice.percent;
        let share = crate::i18n::format::percent(slice.percent, 0);
        let key = bar("swatch", stripe(look, 0.0, 100.0));
        names.push(view! { <span>{key}{slice.name.clone()}" "<b>{share}</b></span> }.into_any());
    }
    view! { {bar("bar", stripes.into_any())}<p class="legend">{names}</p> }.into_any()
}

fn bullet(bullet: &Bullet) -> AnyView {
    let expected = bullet.expected.map(|at| {
        // A stroke that stays inside the drawing at both ends.
        stripe("expected", at.clamp(0.0, 99.4), 0.6)
    });
    let parts = view! { {stripe("track", 0.0, 100.0)}{stripe("reached", 0.0, bullet.reached)}{expected} };
    view! { <div class="bullet" data-tone=tone(bullet.line.tone)>{line(&bullet.line)}{bar("way", parts)}</div> }
        .into_any()
}

fn stone(cx: Cx, stone: &Stone) -> AnyView {
    let (sign, state) = match stone.passed {
        Some(true) => ("◆", words::PASSED),
        Some(false) => ("▼", words::NOT_PASSED),
        None => ("◇", words::OPEN),
    };
    view! {
        <li>
            <span class="sign" aria-hidden="true">{sign}</span>
            <span class="sr">{cx.t(state)}" "</span>
            <span class="stone">{stone.name.clone()}</span>
            <span class="day">{stone.date.clone()}</span>
        </li>
    }
    .into_any()
}

fn foot(cx: Cx, page: &Page) -> AnyView {
    let decisions = page.decisions.iter().zip(1_usize..).map(|(text, number)| {
        view! { <li><b>{number}</b>" "<span>{text.clone()}</span></li> }
    });
    let decisions = decisions.collect_view();
    let more = (page.more_decisions > 0)
        .then(|| view! { <li class="more">{cx.tf(words::AND_MORE, &[&page.more_decisions.to_string()])}</li> });
    let hint = page.decisions.is_empty().then(|| view! { <li class="hint">{cx.t(words::DECIDE_HINT)}</li> });
    view! {
        <footer>
            <h2><button type="button" class="go" on:click=move |_| go(cx, "w6.page")>{cx.t(words::PLEASE_DECIDE)}</button></h2>
            <ol>{decisions}{more}{hint}</ol>
            <p>{page.foot.join(" · ")}</p>
        </footer>
    }
    .into_any()
}
