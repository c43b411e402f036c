"""The tree against the published vectors, and against a second, independent implementation."""

import base64
import hashlib
import json
from pathlib import Path

import pytest
from pymerkle import InmemoryTree
from pymerkle import verify_consistency as their_consistency
from pymerkle import verify_inclusion as their_inclusion

from vermilion.audit import merkle

ENTRIES = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
"""The eight entries of the reference tree of Certificate Transparency."""

ROOTS = [
    bytes.fromhex(each)
    for each in (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )
]
"""The roots of its trees of one to eight entries."""

LEAVES = [merkle.leaf_hash(each) for each in ENTRIES]

OUTSIDE = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "merkle"


def _root(size):
    return merkle.Edge((0, leaf) for leaf in LEAVES[:size]).root


def _hash(span):
    return merkle.Edge((0, leaf) for leaf in LEAVES[slice(*span)]).root


def test_the_empty_tree_has_the_published_root():
    assert _root(0) == hashlib.sha256().digest() == merkle.EMPTY_ROOT
    assert merkle.EMPTY_ROOT.hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")


@pytest.mark.parametrize("size", range(1, 9))
def test_each_tree_has_the_published_root(size):
    assert _root(size) == ROOTS[size - 1]


def test_a_published_path_is_found():
    path = [_hash(span).hex() for span in merkle.inclusion_spans(5, 8)]

    assert path == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_a_published_consistency_is_found():
    path = [_hash(span).hex() for span in merkle.consistency_spans(2, 5)]

    assert path == [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]


@pytest.mark.parametrize("size", range(1, 9))
def test_every_entry_is_proved_and_no_other_in_its_place(size):
    for index in range(size):
        proof = [_hash(span) for span in merkle.inclusion_spans(index, size)]
        claim = {"index": index, "size": size, "proof": proof, "root": ROOTS[size - 1]}

        merkle.check_inclusion(leaf=LEAVES[index], **claim)
        with pytest.raises(merkle.ProofFails):
            merkle.check_inclusion(leaf=merkle.leaf_hash(b"another"), **claim)
        with pytest.raises(merkle.ProofFails):
            merkle.check_inclusion(leaf=LEAVES[index], **{**claim, "proof": [*proof, bytes(32)]})


def test_every_growth_is_proved_and_no_other_beginning():
    for new in range(1, 9):
        for old in range(1, new + 1):
            proof = [_hash(span) for span in merkle.consistency_spans(old, new)]
            claim = {"old": old, "new": new, "proof": proof, "new_root": ROOTS[new - 1]}

            merkle.check_consistency(old_root=ROOTS[old - 1], **claim)
            with pytest.raises(merkle.ProofFails):
                merkle.check_consistency(old_root=merkle.EMPTY_ROOT, **claim)


def test_a_cover_is_made_of_perfect_subtrees_side_by_side():
    for start, end in [(0, 1), (0, 7), (4, 7), (8, 13), (0, 1000), (512, 1000)]:
        place = start
        for node in merkle.cover((start, end)):
            assert node.index << node.height == place
            place += 1 << node.height
        assert place == end


def test_another_implementation_agrees_on_roots_and_proofs():
    theirs = InmemoryTree(algorithm="sha256")
    ours = merkle.Edge()
    leaves = []
    for number in range(1, 300):
        data = b"entry %d" % number
        theirs.append_entry(data)
        leaves.append(merkle.leaf_hash(data))
        ours.append(leaves[-1])
        assert theirs.get_root(number) == ours.root

    def span_hash(span):
        return merkle.Edge((0, leaf) for leaf in leaves[slice(*span)]).root

    for index, size in [(0, 1), (3, 7), (254, 256), (255, 299), (297, 299)]:
        root = theirs.get_root(size)
        proof = theirs.prove_inclusion(index + 1, size)
        their_inclusion(leaves[index], root, proof)
        our_proof = [span_hash(span) for span in merkle.inclusion_spans(index, size)]
        merkle.check_inclusion(
            index=index, size=size, leaf=leaves[index], proof=our_proof, root=root
        )
        assert {each.hex() for each in our_proof} <= set(proof.serialize()["path"])
    for old, new in [(1, 2), (5, 64), (64, 299), (255, 257)]:
        their_consistency(
            theirs.get_root(old), theirs.get_root(new), theirs.prove_consistency(old, new)
        )
        merkle.check_consistency(
            old=old,
            new=new,
            old_root=theirs.get_root(old),
            new_root=theirs.get_root(new),
            proof=[span_hash(span) for span in merkle.consistency_spans(old, new)],
        )


def _vectors(kind):
    files = sorted((OUTSIDE / kind).rglob("*.json")) if OUTSIDE.exists() else []
    return [
        pytest.param(json.loads(file.read_text()), id=str(file.relative_to(OUTSIDE)))
        for file in files
    ] or [pytest.param(None, marks=pytest.mark.skip(reason=f"no vectors under {OUTSIDE}"))]


def _bytes(text):
    return base64.b64decode(text or "")


@pytest.mark.parametrize("case", _vectors("inclusion"))
def test_inclusion_vectors_from_outside(case):
    claim = {
        "index": case["leafIdx"],
        "size": case["treeSize"],
        "leaf": _bytes(case["leafHash"]),
        "proof": [_bytes(each) for each in case["proof"] or []],
        "root": _bytes(case["root"]),
    }
    if case["wantErr"]:
        with pytest.raises(merkle.ProofFails):
            merkle.check_inclusion(**claim)
    else:
        merkle.check_inclusion(**claim)


@pytest.mark.parametrize("case", _vectors("consistency"))
def test_consistency_vectors_from_outside(case):
    claim = {
        "old": case["size1"],
        "new": case["size2"],
        "old_root": _bytes(case["root1"]),
        "new_root": _bytes(case["root2"]),
        "proof": [_bytes(each) for each in case["proof"] or []],
    }
    if case["wantErr"]:
        with pytest.raises(merkle.ProofFails):
            merkle.check_consistency(**claim)
    else:
        merkle.check_consistency(**claim)
