"""Papers from before Unicode: their letters are put right before they are read."""

from datetime import date
from types import SimpleNamespace

import pytest

from vermilion.documents.reading import old_letters
from vermilion.documents.reading.reader import read

TCVN3 = """\
UBND TØNH L¹NG S¥N    CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM
Së NéI Vô    §éc lËp - Tù do - H¹nh phóc
Sè: 15/Q§-SNV    L¹ng S¬n, ngµy 20 th¸ng 11 n¨m 2004
QUYÕT §ÞNH
VÒ viÖc giao biªn chÕ hµnh chÝnh nhµ n\xadíc
C¨n cø LuËt Tæ chøc H§ND vµ UBND;
KT. GI¸M §èC
PHã GI¸M §èC
NguyÔn V¨n Th¾ng
"""

VNI = """\
UBND TÆNH LAÏNG SÔN    COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM
SÔÛ NOÄI VUÏ    Ñoäc laäp - Töï do - Haïnh phuùc
Soá: 15/QÑ-SNV    Laïng Sôn, ngaøy 20 thaùng 11 naêm 2004
QUYEÁT ÑÒNH
Veà vieäc giao bieân cheá haønh chính nhaø nöôùc
Caên cöù Luaät Toå chöùc HÑND vaø UBND;
KT. GIAÙM ÑOÁC
PHOÙ GIAÙM ÑOÁC
Nguyeãn Vaên Thaéng
"""


RIGHT = {
    "symbol": "15/QĐ-SNV", "dated_on": date(2004, 11, 20), "place_of_issue": "Lạng Sơn",
    "issuer": "Sở Nội vụ", "parent": "UBND tỉnh Lạng Sơn", "type_code": "state-decision",
    "abstract": "Về việc giao biên chế hành chính nhà nước", "signer": "Nguyễn Văn Thắng",
    "signer_post": "Phó Giám đốc", "competence": "KT",
}  # fmt: skip


def page(text: str) -> SimpleNamespace:
    return SimpleNamespace(
        number=1, text=text, width=595.0, height=842.0, lines=(), recognised=False
    )


@pytest.mark.parametrize("written", [TCVN3, TCVN3.replace("\xad", "-"), VNI])
def test_a_paper_in_old_letters_is_read(written: str):
    found = read([page(written)])

    assert {name: getattr(found, name).value for name in RIGHT} == RIGHT


@pytest.mark.parametrize(
    "written",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/QĐ-SNV\nngày 20 tháng 11 năm 2026",
        "Ministère de l’Éducation nationale\nRéférence : 15/ÉN-2026\nà Hanoï, le 5 août",
        "Straße, Größe, Übung: señor Núñez, São Paulo, coração",
        "Số và ngày của bộ, các sở: 15",
    ],
)
def test_other_letters_stay_as_they_are(written: str):
    [same] = old_letters.put_right([page(written)])

    assert same.text == written


def test_hyphens_of_old_letters_stay_where_they_part_words():
    assert old_letters.from_tcvn3("kinh tÕ - x· héi 2001-2005, Q§-UBND") == (
        "kinh tế - xã hội 2001-2005, QĐ-UBND"
    )
    assert old_letters.from_tcvn3("®-îc -u tiªn thø t-") == "được ưu tiên thứ tư"
