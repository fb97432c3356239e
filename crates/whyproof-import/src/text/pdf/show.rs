//! The instructions of a page, followed as far as text goes: which letters stand where.

use std::rc::Rc;

use hayro_syntax::object::dict::keys::{CONTENTS, FORM, MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_syntax::page::{Page, Resources, Rotation};

use super::font::{Font, Fonts};
use super::layout::DOT;
use super::tokens::{self, Token};
use super::{Glyph, Wrong};

/// Most letters of a file.
const GLYPHS: usize = 600_000;
/// Most bytes of instructions that are followed in a file, those of repeated parts counted each time.
const FOLLOWED: usize = 96 << 20;
/// Most small shapes of a page that may be bullets: one with more of them is a drawing, and none is.
const DOTS: usize = 2_000;
/// What a part costs to begin with, counted as bytes: a part that draws itself has few of them.
const PART: usize = 4 << 10;
/// Deepest nesting of forms in forms.
const FORMS: usize = 16;
/// Deepest nesting of saved states.
const STATES: usize = 1024;
/// Most operands of one instruction.
const OPERANDS: usize = 100_000;

/// How much was followed of a file.
#[derive(Default)]
pub(super) struct Limits {
    followed: usize,
    glyphs: usize,
    /// Whether there was a picture.
    pub(super) pictures: bool,
}

/// A matrix, as PDF writes it.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First `self`, then `next`.
    fn then(self, next: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Matrix([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn moved(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    between: f64,
    words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Instructions that are being followed.
struct Frame<'a> {
    bytes: Rc<Vec<u8>>,
    at: usize,
    resources: Resources<'a>,
    /// How many states were saved where it began.
    states: usize,
}

struct Shower<'a, 'f> {
    fonts: &'f mut Fonts,
    limits: &'f mut Limits,
    frames: Vec<Frame<'a>>,
    states: Vec<State>,
    state: State,
    text: Matrix,
    line: Matrix,
    glyphs: Vec<Glyph>,
    /// What the open path covers: left, top, right, bottom.
    path: Option<[f64; 4]>,
    /// How many small shapes were drawn.
    dots: usize,
}

/// The letters of a page, in the order they are drawn.
pub(super) fn glyphs(
    page: &Page<'_>,
    fonts: &mut Fonts,
    limits: &mut Limits,
) -> Result<Vec<Glyph>, Wrong> {
    let state = State {
        ctm: upright(page),
        font: None,
        size: 1.0,
        between: 0.0,
        words: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let contents = contents(page.raw());
    let mut shower = Shower {
        fonts,
        limits,
        frames: Vec::new(),
        states: Vec::new(),
        state,
        text: Matrix::ONE,
        line: Matrix::ONE,
        glyphs: Vec::new(),
        path: None,
        dots: 0,
    };
    shower.push(contents, page.resources().clone())?;
    shower.run()?;
    Ok(shower.glyphs)
}

fn contents(page: &Dict<'_>) -> Vec<u8> {
    let mut all = Vec::new();
    if let Some(stream) = page.get::<Stream<'_>>(CONTENTS) {
        all.extend_from_slice(&stream.decoded().unwrap_or_default());
    } else if let Some(streams) = page.get::<Array<'_>>(CONTENTS) {
        for stream in streams.iter::<Stream<'_>>() {
            if all.len() > FOLLOWED {
                break;
            }
            all.extend_from_slice(&stream.decoded().unwrap_or_default());
            all.push(b'\n');
        }
    }
    all
}

/// From the page's own units to points from the top left corner, the page turned as it is shown.
fn upright(page: &Page<'_>) -> Matrix {
    let bounds = page.intersected_crop_box();
    let (left, bottom, right, top) = (bounds.x0, bounds.y0, bounds.x1, bounds.y1);
    match page.rotation() {
        Rotation::None => Matrix([1.0, 0.0, 0.0, -1.0, -left, top]),
        Rotation::Horizontal => Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]),
        Rotation::Flipped => Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]),
        Rotation::FlippedHorizontal => Matrix([0.0, -1.0, -1.0, 0.0, top, right]),
    }
}

impl<'a> Shower<'a, '_> {
    fn push(&mut self, bytes: Vec<u8>, resources: Resources<'a>) -> Result<(), Wrong> {
        self.limits.followed += PART + bytes.len();
        if self.limits.followed > FOLLOWED {
            return Err(Wrong::TooMuch("bytes of drawing instructions", FOLLOWED));
        }
        self.frames.push(Frame {
            bytes: Rc::new(bytes),
            at: 0,
            resources,
            states: self.states.len(),
        });
        Ok(())
    }

    fn run(&mut self) -> Result<(), Wrong> {
        let mut operands = Vec::new();
        while let Some(frame) = self.frames.last_mut() {
            let bytes = Rc::clone(&frame.bytes);
            match tokens::next(&bytes, &mut frame.at) {
                None => {
                    let states = frame.states;
                    self.frames.pop();
                    operands.clear();
                    while self.states.len() > states {
                        self.restore();
                    }
                    // The state before a form was saved where the form began.
                    if !self.frames.is_empty() {
                        self.restore();
                    }
                }
                Some(Token::Operator(operator)) => {
                    if operator == b"BI" {
                        tokens::skip_picture(&bytes, &mut frame.at);
                        self.limits.pictures = true;
                    } else {
                        self.operator(&operator, &operands)?;
                    }
                    operands.clear();
                }
                Some(token) if operands.len() < OPERANDS => operands.push(token),
                Some(_) => operands.clear(),
            }
        }
        Ok(())
    }

    fn restore(&mut self) {
        if let Some(state) = self.states.pop() {
            self.state = state;
        }
    }

    fn operator(&mut self, operator: &[u8], operands: &[Token]) -> Result<(), Wrong> {
        let number = |at: usize| match operands.get(at) {
            Some(Token::Number(number)) => *number,
            _ => 0.0,
        };
        match operator {
            b"q" if self.states.len() < STATES => self.states.push(self.state.clone()),
            b"Q" => {
                let least = self.frames.last().map_or(0, |frame| frame.states);
                if self.states.len() > least {
                    self.restore();
                }
            }
            b"cm" => {
                let matrix = Matrix(std::array::from_fn(number));
                self.state.ctm = matrix.then(self.state.ctm);
            }
            b"BT" => (self.text, self.line) = (Matrix::ONE, Matrix::ONE),
            b"Tf" => self.font(operands),
            b"Tc" => self.state.between = number(0),
            b"Tw" => self.state.words = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => {
                self.line = Matrix(std::array::from_fn(number));
                self.text = self.line;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" | b"TJ" => self.texts(operands)?,
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.texts(operands)?;
            }
            b"\"" => {
                (self.state.words, self.state.between) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                self.texts(operands.get(2..).unwrap_or_default())?;
            }
            b"Do" => self.draw(operands)?,
            _ => self.path(operator, operands),
        }
        Ok(())
    }

    /// A small filled shape may be a bullet: browsers draw them so. On a page that is a drawing, no path is followed.
    fn path(&mut self, operator: &[u8], operands: &[Token]) {
        if self.dots > DOTS {
            return;
        }
        let numbers: Vec<f64> = operands
            .iter()
            .filter_map(|operand| match operand {
                Token::Number(number) => Some(*number),
                _ => None,
            })
            .collect();
        match (operator, numbers.as_slice()) {
            (b"re", [x, y, width, height]) => {
                self.reach(*x, *y);
                self.reach(x + width, y + height);
            }
            (b"m" | b"l" | b"c" | b"v" | b"y", points) => {
                for point in points.chunks_exact(2) {
                    self.reach(
                        point.first().copied().unwrap_or(0.0),
                        point.last().copied().unwrap_or(0.0),
                    );
                }
            }
            (b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"s" | b"S", _) => {
                if let Some(covered) = self.path.take() {
                    self.dot(covered);
                }
            }
            (b"n", _) => self.path = None,
            _ => {}
        }
    }

    fn reach(&mut self, x: f64, y: f64) {
        let place = Matrix::moved(x, y).then(self.state.ctm).0;
        let (x, y) = (place[4], place[5]);
        let [left, top, right, bottom] = self.path.unwrap_or([x, y, x, y]);
        self.path = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
    }

    fn dot(&mut self, [left, top, right, bottom]: [f64; 4]) {
        let (width, height) = (right - left, bottom - top);
        let is_dot = (1.2..8.0).contains(&width) && (width - height).abs() < 0.25 * width;
        if !is_dot {
            return;
        }
        self.dots += 1;
        if self.dots > DOTS {
            self.glyphs.retain(|glyph| !glyph.text.starts_with(DOT));
        } else {
            self.glyphs.push(Glyph {
                x: left,
                // The middle of a bullet is a third of a letter's size above the baseline.
                y: (top + bottom) / 2.0 + 0.85 * height,
                width,
                size: 2.5 * height,
                upright: true,
                text: DOT.to_string(),
            });
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn font(&mut self, operands: &[Token]) {
        let [.., Token::Name(name), Token::Number(size)] = operands else {
            return;
        };
        self.state.size = *size;
        let resources = self.frames.last().map(|frame| &frame.resources);
        let dict = Name::new(name).and_then(|name| resources?.get_font(&name));
        self.state.font = dict.map(|dict| self.fonts.of(&dict));
    }

    fn draw(&mut self, operands: &[Token]) -> Result<(), Wrong> {
        let Some(Token::Name(name)) = operands.last() else {
            return Ok(());
        };
        let resources = self.frames.last().map(|frame| frame.resources.clone());
        let stream = Name::new(name).and_then(|name| resources.as_ref()?.get_x_object(&name));
        let (Some(stream), Some(resources)) = (stream, resources) else {
            return Ok(());
        };
        if stream.dict().get::<Name<'_>>(SUBTYPE).as_deref() != Some(FORM) {
            self.limits.pictures = true;
            return Ok(());
        }
        if self.frames.len() >= FORMS || self.states.len() >= STATES {
            return Ok(());
        }
        let own = stream.dict().get::<Dict<'a>>(RESOURCES);
        let resources = match own {
            Some(own) => Resources::from_parent(own, resources),
            None => resources,
        };
        self.states.push(self.state.clone());
        if let Some(matrix) = stream.dict().get::<Array<'_>>(MATRIX) {
            let mut numbers = matrix.iter::<f32>().map(f64::from);
            let matrix = Matrix(std::array::from_fn(|_| numbers.next().unwrap_or_default()));
            self.state.ctm = matrix.then(self.state.ctm);
        }
        let bytes = stream
            .decoded()
            .map(std::borrow::Cow::into_owned)
            .unwrap_or_default();
        self.push(bytes, resources)
    }

    fn texts(&mut self, operands: &[Token]) -> Result<(), Wrong> {
        for operand in operands {
            match operand {
                Token::Number(back) => {
                    let x = -back / 1000.0 * self.state.size * self.state.stretch;
                    self.text = Matrix::moved(x, 0.0).then(self.text);
                }
                Token::Text(codes) => self.show(codes)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, codes: &[u8]) -> Result<(), Wrong> {
        let Some(font) = self.state.font.clone() else {
            return Ok(());
        };
        let mut at = 0;
        while let Some(code) = font.code(codes, &mut at) {
            self.limits.glyphs += 1;
            if self.limits.glyphs > GLYPHS {
                return Err(Wrong::TooMuch("letters", GLYPHS));
            }
            let state = &self.state;
            let word = if code.is_space { state.words } else { 0.0 };
            let advance = (code.width * state.size + state.between + word) * state.stretch;
            let place = self.text.then(state.ctm);
            let [a, b, c, d, ..] = place.0;
            let scale = a.hypot(b);
            let raised = Matrix::moved(0.0, state.rise).then(place);
            let glyph = Glyph {
                x: raised.0[4],
                y: raised.0[5],
                width: code.width * state.size * state.stretch * scale,
                size: state.size.abs() * c.hypot(d),
                upright: b.abs() < 0.05 * scale && a > 0.0,
                text: code.text,
            };
            let is_seen = glyph.x.is_finite() && glyph.y.is_finite() && glyph.size.is_finite();
            if is_seen && !glyph.text.is_empty() {
                self.glyphs.push(glyph);
            }
            self.text = Matrix::moved(advance, 0.0).then(self.text);
        }
        Ok(())
    }
}
