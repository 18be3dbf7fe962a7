//! Formulas of a workbook, read into trees: the few operators and functions that the results use, and no more.

/// A cell: sheet, row, column.
pub type Cell = (String, u32, u32);

/// A formula as a tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    Number(f64),
    Text(String),
    Cell(Cell),
    /// From the upper left to the lower right cell of one sheet.
    Range(Cell, Cell),
    Negative(Box<Formula>),
    /// `+ - * / ^ = < >=`
    Pair(&'static str, Box<Formula>, Box<Formula>),
    Call(String, Vec<Formula>),
}

/// The tree of a formula on a sheet; anything unknown is a fault of the test.
pub fn parse(sheet: &str, text: &str) -> Formula {
    let letters: Vec<char> = text.trim_start_matches('=').chars().collect();
    let mut reader = Parser { sheet, letters: &letters, at: 0 };
    let formula = reader.comparison();
    assert_eq!(reader.at, letters.len(), "not read to its end: {text}");
    formula
}

struct Parser<'a> {
    sheet: &'a str,
    letters: &'a [char],
    at: usize,
}

impl Parser<'_> {
    fn comparison(&mut self) -> Formula {
        self.chain(&[">=", "<=", "<>", "=", "<", ">"], Parser::sum)
    }

    fn sum(&mut self) -> Formula {
        self.chain(&["+", "-"], Parser::product)
    }

    fn product(&mut self) -> Formula {
        self.chain(&["*", "/"], Parser::power)
    }

    fn power(&mut self) -> Formula {
        self.chain(&["^"], Parser::unary)
    }

    fn chain(&mut self, signs: &[&'static str], next: fn(&mut Self) -> Formula) -> Formula {
        let mut left = next(self);
        while let Some(sign) = signs.iter().find(|sign| self.is_next(sign)) {
            self.at += sign.len();
            left = Formula::Pair(sign, Box::new(left), Box::new(next(self)));
        }
        left
    }

    fn unary(&mut self) -> Formula {
        if self.is_next("-") {
            self.at += 1;
            return Formula::Negative(Box::new(self.unary()));
        }
        self.atom()
    }

    fn atom(&mut self) -> Formula {
        match self.letters[self.at] {
            '(' => {
                self.at += 1;
                let inner = self.comparison();
                self.expect(')');
                inner
            }
            '"' => Formula::Text(self.quoted('"')),
            '\'' => {
                let sheet = self.quoted('\'');
                self.expect('!');
                self.reference(&sheet)
            }
            letter if letter.is_ascii_digit() => {
                let text = self.while_(|letter| letter.is_ascii_digit() || letter == '.');
                Formula::Number(text.parse().expect("a number"))
            }
            _ => self.named(),
        }
    }

    /// A cell, a range, a cell of a sheet without quotation marks, or a function.
    fn named(&mut self) -> Formula {
        let begin = self.at;
        let name =
            self.while_(|letter| letter.is_alphanumeric() || letter == '$' || letter == '_' || letter == '.');
        if self.is_next("(") {
            self.at += 1;
            let mut arguments = vec![self.comparison()];
            while self.is_next(",") {
                self.at += 1;
                arguments.push(self.comparison());
            }
            self.expect(')');
            return Formula::Call(name, arguments);
        }
        if self.is_next("!") {
            self.at += 1;
            return self.reference(&name);
        }
        self.at = begin;
        let sheet = self.sheet.to_string();
        self.reference(&sheet)
    }

    fn reference(&mut self, sheet: &str) -> Formula {
        let first = self.cell(sheet);
        if !self.is_next(":") {
            return Formula::Cell(first);
        }
        self.at += 1;
        let last = self.cell(sheet);
        Formula::Range(first, last)
    }

    fn cell(&mut self, sheet: &str) -> Cell {
        let name = self.while_(|letter| letter.is_ascii_alphanumeric() || letter == '$').replace('$', "");
        let digits =
            name.find(|letter: char| letter.is_ascii_digit()).unwrap_or_else(|| panic!("no cell: {name}"));
        let (column, row) = name.split_at(digits);
        let column = column.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        (sheet.to_string(), row.parse::<u32>().expect("a row") - 1, column - 1)
    }

    /// The text between two marks, a doubled mark being one of its letters.
    fn quoted(&mut self, mark: char) -> String {
        let mut text = String::new();
        self.expect(mark);
        loop {
            let letter = self.letters[self.at];
            self.at += 1;
            if letter != mark {
                text.push(letter);
            } else if self.letters.get(self.at) == Some(&mark) {
                text.push(mark);
                self.at += 1;
            } else {
                return text;
            }
        }
    }

    fn while_(&mut self, is_meant: impl Fn(char) -> bool) -> String {
        let rest = &self.letters[self.at..];
        let text: String = rest.iter().copied().take_while(|letter| is_meant(*letter)).collect();
        self.at += text.chars().count();
        text
    }

    fn is_next(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(place, letter)| self.letters.get(self.at + place) == Some(&letter))
    }

    fn expect(&mut self, letter: char) {
        assert_eq!(self.letters.get(self.at), Some(&letter), "at {} of {:?}", self.at, self.letters);
        self.at += 1;
    }
}

#[test]
fn signs_bind_as_in_spreadsheets() {
    let text = "=1/(1+'Paramètres'!$B$5)^C3-SUM($A$1:B2)>=-2";
    let Formula::Pair(">=", left, _) = parse("Plan", text) else { panic!("a comparison") };
    let Formula::Pair("-", left, sum) = *left else { panic!("a difference") };
    assert!(matches!(*left, Formula::Pair("/", _, _)));
    let range = Formula::Range(("Plan".into(), 0, 0), ("Plan".into(), 1, 1));
    assert_eq!(*sum, Formula::Call("SUM".into(), vec![range]));
}
