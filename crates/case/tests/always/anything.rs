//! Anything a type of the record can hold, chosen by bytes.
//!
//! Every command and every entry can be read from JSON, so serde knows their shape: the variants, the fields, what may
//! be missing. This deserializer answers each of serde's questions with the next byte. A new step or field is so
//! tried by the properties and the fuzzer from the day it exists.

use case::{Command, Step, When};
use chrono::{Days, NaiveDate};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess,
    VariantAccess, Visitor,
    value::{Error, StrDeserializer},
};
use serde::{de::IntoDeserializer, forward_to_deserialize_any};

/// Bytes from which choices are made; zeros when they are used up, which chooses the smallest of everything.
pub(crate) struct Choices<'a> {
    bytes: &'a [u8],
    depth: u8,
}

impl<'a> Choices<'a> {
    pub(crate) fn from(bytes: &'a [u8]) -> Self {
        Self { bytes, depth: 0 }
    }

    /// Whether there are bytes left to choose by.
    pub(crate) fn any_left(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// A number below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        match self.bytes.split_first() {
            None => 0,
            Some((first, rest)) => {
                self.bytes = rest;
                usize::from(*first) % count
            }
        }
    }

    /// Any value of a type.
    pub(crate) fn any<T: DeserializeOwned>(&mut self) -> T {
        T::deserialize(Any { choices: self, field: "" }).unwrap_or_else(|error| panic!("a value for {error}"))
    }

    /// A text of the form a field wants. Few different ones, so that things meet.
    fn text(&mut self, field: &str, wanted: &str) -> String {
        let number = |choices: &mut Self| 1 + choices.below(4);
        if wanted.contains("UUID") {
            format!("00000000-0000-0000-0000-00000000000{}", number(self))
        } else if wanted.contains("time") {
            format!("1{}:30:00", number(self))
        } else if wanted.contains("a date such as") {
            self.when()
        } else if wanted.contains("date") {
            format!("2024-0{}-1{}", number(self), number(self))
        } else if field == "digest" {
            number(self).to_string().repeat(64)
        } else if field == "reference" {
            format!("2024-00{}", number(self))
        } else if field == "address" {
            "https://example.org/review".into()
        } else {
            "something somebody wrote".into()
        }
    }

    fn when(&mut self) -> String {
        let (month, day) = (1 + self.below(9), 1 + self.below(28));
        match self.below(8) {
            0 => format!("2024-0{month}"),
            1 => "2024".into(),
            2 => "not known".into(),
            _ => format!("2024-0{month}-{day:02}"),
        }
    }
}

/// The names of all variants of an enum, as serde knows them.
pub(crate) fn variants<T: DeserializeOwned>() -> &'static [&'static str] {
    struct Ask<'n>(&'n mut &'static [&'static str]);
    impl<'de> Deserializer<'de> for Ask<'_> {
        type Error = Error;
        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(serde::de::Error::custom("not an enum"))
        }
        fn deserialize_enum<V: Visitor<'de>>(
            self,
            _: &'static str,
            variants: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            *self.0 = variants;
            Err(serde::de::Error::custom("only asked"))
        }
        forward_to_deserialize_any! { bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any }
    }
    let mut names: &'static [&'static str] = &[];
    let asked = T::deserialize(Ask(&mut names));
    assert!(asked.is_err() && !names.is_empty(), "not an enum");
    names
}

/// Any commands, as many as the bytes tell. The first mostly starts a case, and most of them come in the order of time.
pub(crate) fn commands(bytes: &[u8]) -> Vec<Command> {
    let mut choices = Choices::from(bytes);
    let mut commands = Vec::new();
    while choices.any_left() {
        let step = match choices.below(8) {
            1.. if commands.is_empty() => start(&mut choices),
            _ => choices.any(),
        };
        let on = match choices.below(4) {
            0 => choices.any(),
            _ => When::Day(FIRST_DAY + Days::new(commands.len() as u64)),
        };
        commands.push(Command { on, step, words: choices.any() });
    }
    commands
}

/// Later than every date that is chosen, so that what is recorded in turn happened in turn.
pub(crate) const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 10, 1).expect("a real day");

fn start(choices: &mut Choices<'_>) -> Step {
    if choices.below(4) == 0 { Step::Refer(choices.any()) } else { Step::BringIn(choices.any()) }
}

struct Any<'c, 'b> {
    choices: &'c mut Choices<'b>,
    field: &'static str,
}

impl<'b> Any<'_, 'b> {
    fn reborrow(&mut self) -> Any<'_, 'b> {
        Any { choices: self.choices, field: self.field }
    }
}

macro_rules! small_numbers {
    ($($method:ident $visit:ident $number:ty),+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            const NUMBERS: [$number; 6] = [1, 2, 3, 0, 24, <$number>::MAX];
            visitor.$visit(NUMBERS[self.choices.below(NUMBERS.len())])
        }
    )+};
}

impl<'de> Deserializer<'de> for Any<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        unimplemented!("nothing in the record is {}", &visitor as &dyn Expected)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.choices.below(3) > 0)
    }

    small_numbers! { deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
    deserialize_u64 visit_u64 u64, deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64 }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let wanted = (&visitor as &dyn Expected).to_string();
        visitor.visit_string(self.choices.text(self.field, &wanted))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.choices.below(3) == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = self.choices.below(4);
        visitor.visit_seq(Items { any: self, left })
    }

    /// Only texts by their names are maps: none of them, or all of them.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let keys = if self.choices.below(4) == 0 { &[] } else { variants::<case::Word>() };
        visitor.visit_map(Fields { any: self, fields: keys })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.choices.depth += 1;
        let value = visitor.visit_map(Fields { any: Any { choices: self.choices, field: "" }, fields });
        self.choices.depth -= 1;
        value
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        // A correction may hold a correction: somewhere that has to end.
        let deep = self.choices.depth > 12;
        let variant = variants[if deep { 0 } else { self.choices.below(variants.len()) }];
        visitor.visit_enum(Variant { any: self, variant })
    }

    forward_to_deserialize_any! { i8 i16 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    ignored_any }
}

struct Items<'c, 'b> {
    any: Any<'c, 'b>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(self.any.reborrow()).map(Some)
    }
}

struct Fields<'c, 'b> {
    any: Any<'c, 'b>,
    fields: &'static [&'static str],
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((field, rest)) = self.fields.split_first() else { return Ok(None) };
        (self.any.field, self.fields) = (field, rest);
        let name: StrDeserializer<'_, Error> = field.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.any.reborrow())
    }
}

struct Variant<'c, 'b> {
    any: Any<'c, 'b>,
    variant: &'static str,
}

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name: StrDeserializer<'_, Error> = self.variant.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.any)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.any.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.any.deserialize_struct("", fields, visitor)
    }
}
