import json
import logging
import sys
from urllib.parse import quote

from app.modules.core.logs import REDACTED, JsonFormatter, request_id

SECRET = 'p@ss"w\\ord/with+signs'


def line(message: str, *args: object, **extra: object) -> str:
    record = logging.LogRecord("test", logging.INFO, __file__, 1, message, args, None)
    record.__dict__.update(extra)
    return JsonFormatter([SECRET]).format(record)


def test_a_line_is_one_json_object() -> None:
    token = request_id.set("abc12345")
    try:
        entry = json.loads(line("two\nlines %s", "ü", path="/x"))
    finally:
        request_id.reset(token)
    assert entry["message"] == "two\nlines ü"
    assert (entry["level"], entry["path"], entry["requestId"]) == ("info", "/x", "abc12345")


def test_a_secret_is_taken_out_of_message_values_and_urls() -> None:
    text = line("message %s", SECRET, value=SECRET, nested={"deep": [SECRET]}, url=quote(SECRET, safe=""))
    assert text.count(REDACTED) >= 4
    assert SECRET not in json.dumps(json.loads(text), ensure_ascii=False)
    assert quote(SECRET, safe="") not in text
    assert json.loads(text)["message"] == f"message {REDACTED}"


def test_a_secret_is_taken_out_of_a_traceback() -> None:
    try:
        raise ValueError(f"connecting with {SECRET}")
    except ValueError:
        record = logging.LogRecord("test", logging.ERROR, __file__, 1, "x", (), sys.exc_info())
    entry = json.loads(JsonFormatter([SECRET]).format(record))
    assert f"connecting with {REDACTED}" in entry["exception"]
    assert SECRET not in entry["exception"]


def test_an_empty_secret_redacts_nothing() -> None:
    record = logging.LogRecord("test", logging.INFO, __file__, 1, "plain", (), None)
    assert json.loads(JsonFormatter([""]).format(record))["message"] == "plain"
