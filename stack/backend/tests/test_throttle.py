from app.modules.identity.throttle import MOST_KEYS, WINDOW, Throttle


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_limit_holds_until_the_window_ends() -> None:
    clock = Clock()
    counter = Throttle(3, clock)
    for _ in range(3):
        assert counter.wait("a") == 0
        counter.fail("a")
    assert 0 < counter.wait("a") <= WINDOW + 1
    assert counter.wait("b") == 0
    clock.now += WINDOW
    assert counter.wait("a") == 0


def test_a_new_window_starts_with_a_clean_count() -> None:
    clock = Clock()
    counter = Throttle(2, clock)
    counter.fail("a")
    clock.now += WINDOW + 1
    counter.fail("a")
    assert counter.wait("a") == 0


def test_a_success_is_forgiving() -> None:
    counter = Throttle(1)
    counter.fail("a")
    assert counter.wait("a")
    counter.forget("a")
    assert counter.wait("a") == 0


def test_strangers_cannot_fill_the_memory() -> None:
    counter = Throttle(1)
    for number in range(MOST_KEYS * 2):
        counter.fail(str(number))
    assert len(counter._tallies) == MOST_KEYS
