"""Finding things in the admin; visitors' search is a page of the site."""
