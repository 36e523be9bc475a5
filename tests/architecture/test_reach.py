"""Every finished thing has a door: what no command comes to is listed, with what it waits for."""

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


def test_a_public_function_has_a_door_or_waits_with_a_reason() -> None:
    assert sorted(found() - listed()) == []


def test_what_has_got_its_door_or_is_gone_waits_no_longer() -> None:
    assert sorted(listed() - found()) == []
