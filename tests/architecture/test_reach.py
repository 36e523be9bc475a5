"""Every public function is reached by a page or command, or listed with what it waits for."""

from tests.architecture.reach import unreached, waiting


def listed() -> set[tuple[str, str]]:
    return {
        (module, name)
        for modules in waiting().values()
        for module, names in modules.items()
        for name in names
    }


def found() -> set[tuple[str, str]]:
    return {(module, name) for module, names in unreached().items() for name in names}


def test_a_public_function_is_reached_or_waits_with_a_reason() -> None:
    assert sorted(found() - listed()) == []


def test_what_is_reached_or_gone_waits_no_longer() -> None:
    assert sorted(listed() - found()) == []
