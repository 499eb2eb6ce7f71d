//! A deserializer that holds no data: it notes what a type asks for at one place inside it, and then gives up.

use std::cell::RefCell;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor, value::Error,
};
use serde::{Deserialize, forward_to_deserialize_any};

/// The step of a path that leads into a list.
pub(super) const ITEM: &str = "[]";

/// What a type asks for.
#[derive(Clone, Debug)]
pub(super) enum Found {
    Nothing,
    Text(String),
    YesNo,
    Number,
    Choice(&'static [&'static str]),
    List,
    Fields(&'static [&'static str]),
}

/// What `T` asks for at the end of `path`: names of variants and fields, and [`ITEM`].
pub(super) fn look<'de, T: Deserialize<'de>>(path: &[&'static str]) -> Option<Found> {
    let found = RefCell::new(None);
    // It ends with an error every time: there is nothing to decode.
    T::deserialize(Probe { path, found: &found }).err();
    found.into_inner()
}

#[derive(Clone, Copy)]
struct Probe<'a> {
    path: &'a [&'static str],
    found: &'a RefCell<Option<Found>>,
}

impl<'a> Probe<'a> {
    fn found<T>(self, found: Found) -> Result<T, Error> {
        *self.found.borrow_mut() = Some(found);
        Err(Error::custom("found"))
    }

    fn next(self) -> Option<(&'static str, Probe<'a>)> {
        let (first, rest) = self.path.split_first()?;
        Some((*first, Probe { path: rest, found: self.found }))
    }
}

macro_rules! leaves {
    ($($method:ident => $found:expr;)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let found: fn(&dyn Expected) -> Found = $found;
            self.found(found(&visitor))
        }
    )+};
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    leaves! {
        deserialize_bool => |_| Found::YesNo;
        deserialize_u8 => |_| Found::Number;
        deserialize_u16 => |_| Found::Number;
        deserialize_u32 => |_| Found::Number;
        deserialize_u64 => |_| Found::Number;
        deserialize_i32 => |_| Found::Number;
        deserialize_i64 => |_| Found::Number;
        deserialize_any => |expected| Found::Text(expected.to_string());
        deserialize_str => |expected| Found::Text(expected.to_string());
        deserialize_string => |expected| Found::Text(expected.to_string());
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.next() {
            None => self.found(Found::List),
            Some((_, item)) => visitor.visit_seq(Inside { name: ITEM, probe: item }),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.next() {
            None => self.found(Found::Fields(fields)),
            Some((name, probe)) => visitor.visit_map(Inside { name, probe }),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.next() {
            None => self.found(Found::Choice(variants)),
            Some((name, probe)) => visitor.visit_enum(Inside { name, probe }),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

/// One field, variant or item, and the way on from it.
struct Inside<'a> {
    name: &'static str,
    probe: Probe<'a>,
}

impl<'de> MapAccess<'de> for Inside<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        seed.deserialize(self.name.into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.probe)
    }
}

impl<'de> SeqAccess<'de> for Inside<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        seed.deserialize(self.probe).map(Some)
    }
}

impl<'de> EnumAccess<'de> for Inside<'_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        Ok((seed.deserialize(self.name.into_deserializer())?, self))
    }
}

impl<'de> VariantAccess<'de> for Inside<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        self.probe.found(Found::Nothing)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.probe)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(de::Error::custom("no step is a tuple"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        Err(de::Error::custom("no step has fields without a type of their own"))
    }
}
