//! What the record promises, on both databases.

mod people;
mod writing;
