from tests.cast import MONDAY
from vermilion.kernel.actors import Duty


def test_everybody_is_where_they_belong(office, lan, minh, hoa, head_of_it, tuan, a_stranger):
    assert lan.has(Duty.CLERK)
    assert minh.has(Duty.LEADER)
    assert hoa.unit_id == head_of_it.unit_id == office.it_id
    assert lan.body_id == minh.body_id == office.body_id
    assert tuan.body_id == office.commune_id
    assert a_stranger.body_id == office.neighbour_id
    assert lan.tokens == {
        f"post:{office.lan}",
        f"unit:{office.general_id}",
        f"body:{office.body_id}",
        f"body:{office.body_id}:clerk",
    }
    assert MONDAY.strftime("%A") == "Monday"
