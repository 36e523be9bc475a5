"""The zip that a broker takes."""

import hashlib
import io
import json
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from app.documents.dossier import MANIFEST, DossierPaper, zip_dossier

PAPERS = st.lists(
    st.builds(
        DossierPaper,
        file_name=st.from_regex(r"\AK-2026-[0-9]{6}_(invoice|packing_list)_v[1-9]\.pdf\Z"),
        version=st.integers(1, 9),
        body=st.binary(max_size=200),
    ),
    unique_by=lambda paper: paper.file_name,
)


@given(PAPERS)
def test_the_manifest_has_the_hash_and_version_of_every_file(papers: list[DossierPaper]) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_dossier(papers))) as archive:
        listed = json.loads(archive.read(MANIFEST))["papers"]
        assert archive.namelist() == [each["name"] for each in listed] + [MANIFEST]
        assert {each["name"]: each["version"] for each in listed} == {
            paper.file_name: paper.version for paper in papers
        }
        for each in listed:
            assert hashlib.sha256(archive.read(each["name"])).hexdigest() == each["sha256"]
        assert archive.testzip() is None


@given(PAPERS, st.randoms())
def test_the_same_papers_give_the_same_bytes(papers: list[DossierPaper], chance: object) -> None:
    mixed = list(papers)
    chance.shuffle(mixed)  # type: ignore[attr-defined] # a Random
    assert zip_dossier(mixed) == zip_dossier(papers)
