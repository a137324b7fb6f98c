"""`python -m app`: check the environment, then import and serve."""

import os
import sys

from app.announce import announce_to
from app.modules.core.settings import SettingsError, read_settings


def main() -> None:
    try:
        settings = read_settings(os.environ)
    except SettingsError as error:
        print("cms-api: refusing to start", file=sys.stderr)
        for name, why in error.problems.items():
            print(f"  {name} {why}", file=sys.stderr)
        raise SystemExit(78) from None

    announce_to(os.environ.get("WEB_ADDRESS"))
    from app.lean import prepare_imports

    prepare_imports()
    from app.application import create_app
    from app.modules.core.logs import configure_logs
    from app.server import serve

    configure_logs(settings.log_level, settings.secrets)
    serve(create_app(settings))


main()
