"""The index that the search on the site reads: made from the built pages and the data, in small files."""
