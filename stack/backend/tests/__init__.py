"""Tests of the API. Each one's name is the promise it keeps."""
