"""`python -m app.describe`: write openapi.json and the page that shows it, where app.modules.docs serves them."""

import json

from app.application import api_routes
from app.describe.document import describe
from app.describe.page import page
from app.modules.docs import BUILT


def main() -> None:
    document = describe(api_routes())
    BUILT.mkdir(exist_ok=True)
    (BUILT / "openapi.json").write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")))
    (BUILT / "index.html").write_text(page(document))


main()
