"""The client's answer to a draft."""

import pytest

from customs.china.message.answer import ImportAnswer, UnreadableAnswer, parse_answer


def test_a_draft_that_was_taken_has_its_number() -> None:
    body = b"<DecImportResponse xmlns='http://www.chinaport.gov.cn/dec'><DealFlag>0</DealFlag>"
    body += b"<SeqNo>I20260000000000001</SeqNo></DecImportResponse>"
    assert parse_answer(body) == ImportAnswer(True, "", "I20260000000000001")


def test_a_draft_that_was_not_taken_says_why() -> None:
    body = "<R><DealFlag>1</DealFlag><CheckInfo> 商品编号不存在 </CheckInfo></R>".encode()
    assert parse_answer(body) == ImportAnswer(False, "商品编号不存在", "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>gone</html>",
        b"<R><DealFlag/></R>",
        b"<!DOCTYPE r [<!ENTITY a 'b'>]><R><DealFlag>&a;</DealFlag></R>",
    ],
)
def test_a_file_that_is_no_answer_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableAnswer):
        parse_answer(body)
