"""The kinds of Vietnamese bodies that the seeds use."""

from vermilion.directory.types import Family, KindData


def _kind(code: str, family: Family, level: int, vi: str, en: str, hi: str, ar: str) -> KindData:
    names = {"vi": vi, "en": en, "hi": hi, "ar": ar}
    return KindData(code=code, family=family.value, level=level, names=names)


_P, _S, _F = Family.PARTY, Family.STATE, Family.FRONT

KINDS = [
    _kind(
        "party-centre",
        _P,
        0,
        "Trung ương Đảng",
        "Party Central Committee",
        "पार्टी केंद्रीय समिति",
        "اللجنة المركزية للحزب",
    ),
    _kind(
        "party-central-body",
        _P,
        0,
        "Cơ quan Đảng ở Trung ương",
        "Central Party body",
        "केंद्रीय पार्टी निकाय",
        "جهة حزبية مركزية",
    ),
    _kind("state-centre", _S, 0, "Chính phủ", "Government", "सरकार", "الحكومة"),
    _kind(
        "ministry",
        _S,
        0,
        "Bộ, cơ quan ngang bộ",
        "Ministry or ministerial body",
        "मंत्रालय",
        "وزارة أو جهة بمستوى وزارة",
    ),
    _kind(
        "front-centre",
        _F,
        0,
        "Mặt trận và tổ chức ở Trung ương",
        "Front and central organisations",
        "मोर्चा और केंद्रीय संगठन",
        "الجبهة والمنظمات المركزية",
    ),
    _kind(
        "province-party",
        _P,
        1,
        "Tỉnh uỷ, thành uỷ",
        "Provincial Party committee",
        "प्रांतीय पार्टी समिति",
        "لجنة الحزب في المحافظة",
    ),
    _kind(
        "province-committee",
        _S,
        1,
        "Uỷ ban nhân dân cấp tỉnh",
        "Provincial People’s Committee",
        "प्रांतीय जन समिति",
        "لجنة الشعب في المحافظة",
    ),
    _kind(
        "province-front",
        _F,
        1,
        "Mặt trận Tổ quốc cấp tỉnh",
        "Provincial Fatherland Front",
        "प्रांतीय पितृभूमि मोर्चा",
        "جبهة الوطن في المحافظة",
    ),
    _kind(
        "province-party-body",
        _P,
        1,
        "Cơ quan của tỉnh uỷ, thành uỷ",
        "Body of a provincial Party committee",
        "प्रांतीय पार्टी समिति का निकाय",
        "جهة تابعة للجنة الحزب في المحافظة",
    ),
    _kind(
        "province-department",
        _S,
        1,
        "Sở, ban, ngành",
        "Provincial department",
        "प्रांतीय विभाग",
        "إدارة في المحافظة",
    ),
    _kind(
        "commune-party",
        _P,
        2,
        "Đảng uỷ cấp xã",
        "Commune Party committee",
        "कम्यून पार्टी समिति",
        "لجنة الحزب في البلدية",
    ),
    _kind(
        "commune-committee",
        _S,
        2,
        "Uỷ ban nhân dân cấp xã",
        "Commune People’s Committee",
        "कम्यून जन समिति",
        "لجنة الشعب في البلدية",
    ),
    _kind(
        "commune-front",
        _F,
        2,
        "Mặt trận Tổ quốc cấp xã",
        "Commune Fatherland Front",
        "कम्यून पितृभूमि मोर्चा",
        "جبهة الوطن في البلدية",
    ),
]
