"""Files of the client's inbox."""

from datetime import UTC, datetime

import pytest

from customs.china.message.inbox import (
    ImportAnswer,
    NoNoticeTime,
    UnreadableMessage,
    read_message,
)
from customs.china.receipt import CustomsReceipt, UnknownChannel

NUMBER = "I20260000000000001"
RELEASE = f"""<?xml version="1.0" encoding="UTF-8"?>
<DEC_RESULT>
  <CUS_CIQ_NO>{NUMBER}</CUS_CIQ_NO>
  <ENTRY_ID>940220260000000017</ENTRY_ID>
  <NOTICE_DATE>2026-11-24T14:40:43</NOTICE_DATE>
  <CHANNEL>P</CHANNEL>
  <NOTE> 已放行 </NOTE>
  <D_DATE/>
</DEC_RESULT>"""


def test_a_draft_that_was_taken_has_its_number() -> None:
    body = (
        "<DecImportResponse xmlns='http://www.chinaport.gov.cn/dec'><ResponseCode>0</ResponseCode>"
        "<ErrorMessage>暂存成功</ErrorMessage><ClientSeqNo>KR2026112300000001</ClientSeqNo>"
        f"<SeqNo>{NUMBER}</SeqNo></DecImportResponse>"
    )
    assert read_message(body.encode()) == ImportAnswer(
        is_taken=True,
        text="暂存成功",
        client_sequence="KR2026112300000001",
        sequence=NUMBER,
    )


def test_an_older_client_says_the_same_in_other_words() -> None:
    body = "<R><DealFlag>1</DealFlag><CheckInfo> 商品编号不存在 </CheckInfo></R>".encode()
    assert read_message(body) == ImportAnswer(
        is_taken=False, text="商品编号不存在", client_sequence="", sequence=""
    )


def test_a_receipt_is_read_by_the_clock_of_beijing() -> None:
    assert read_message(RELEASE.encode()) == (
        CustomsReceipt(
            channel="P",
            noticed_at=datetime(2026, 11, 24, 6, 40, 43, tzinfo=UTC),
            entry_number="940220260000000017",
            note="已放行",
            sequence=NUMBER,
        ),
    )


def test_a_time_that_names_its_zone_is_taken_at_its_word() -> None:
    body = RELEASE.replace("14:40:43<", "14:40:43+06:00<").encode()
    found = read_message(body)
    assert isinstance(found, tuple)
    assert found[0].noticed_at == datetime(2026, 11, 24, 8, 40, 43, tzinfo=UTC)


def test_receipts_inside_a_wrapper_are_all_read_and_its_words_fill_an_empty_note() -> None:
    one = RELEASE.split("?>")[1]
    other = one.replace(">P<", ">a<").replace(" 已放行 ", "")
    body = f"<DEC_DATA>{one}{other}<RESULT_INFO>可领取证单</RESULT_INFO></DEC_DATA>"
    found = read_message(body.encode())
    assert isinstance(found, tuple)
    assert [(each.channel, each.note) for each in found] == [("P", "已放行"), ("a", "可领取证单")]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>gone</html>",
        b"<R><DealFlag/></R>",
        b"<R><ResponseCode>0</ResponseCode><SeqNo>0123456789012345678</SeqNo></R>",
        b"<?xml version='1.0' encoding='nonsense'?><R><DealFlag>0</DealFlag></R>",
        b"<?xml version='1.0' encoding='big5'?><R><DealFlag>0</DealFlag></R>",
        b"<?xml version='1.0' encoding='GBK'?><R><CheckInfo>\xff\xff</CheckInfo></R>",
        b"<!DOCTYPE r [<!ENTITY a 'b'>]><R><DealFlag>&a;</DealFlag></R>",
    ],
)
def test_a_file_that_says_neither_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableMessage):
        read_message(body)


@pytest.mark.parametrize("encoding", ["GBK", "gb2312", "GB18030"])
def test_a_file_in_chinas_own_encoding_is_read(encoding: str) -> None:
    said = "<R><DealFlag>1</DealFlag><CheckInfo>商品编号不存在</CheckInfo></R>"
    body = f'<?xml version="1.0" encoding="{encoding}"?>{said}'
    assert read_message(body.encode("gb18030")) == ImportAnswer(
        is_taken=False, text="商品编号不存在", client_sequence="", sequence=""
    )


@pytest.mark.parametrize("time", ["", "yesterday", "0001-01-01T00:00:00"])
def test_a_receipt_without_a_time_is_refused(time: str) -> None:
    with pytest.raises(NoNoticeTime):
        read_message(RELEASE.replace("2026-11-24T14:40:43", time).encode())


def test_a_receipt_of_an_unknown_channel_is_refused() -> None:
    with pytest.raises(UnknownChannel):
        read_message(RELEASE.replace(">P<", ">X<").encode())
