"""A passkey in software: makes a key pair and signs challenges as a telephone would."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
)

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    """One credential of one device, for one origin."""

    origin: str = "https://testserver"
    rp_id: str = "testserver"
    verifies: bool = True
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    user: str = ""
    counter: int = 0

    def created(self, options: dict) -> str:
        """The answer to creation options, as the page sends it."""
        wanted = options["publicKey"]
        self.user = wanted["user"]["id"]
        data = AttestedCredentialData.create(
            b"\0" * 16, self.credential_id, ES256.from_cryptography_key(self.key.public_key())
        )
        authenticator = AuthenticatorData.create(
            self._rp_hash(), self._flags() | ATTESTED, self.counter, bytes(data)
        )
        return self._reply(
            {
                "clientDataJSON": self._client("webauthn.create", wanted["challenge"])[0],
                "attestationObject": websafe_encode(
                    bytes(AttestationObject.create("none", authenticator, {}))
                ),
                "transports": ["internal"],
            },
            {"credProps": {"rk": True}},
        )

    def proven(self, options: dict) -> str:
        """The answer to a challenge, as the page sends it."""
        self.counter += 1
        client, client_bytes = self._client("webauthn.get", options["publicKey"]["challenge"])
        authenticator = bytes(
            AuthenticatorData.create(self._rp_hash(), self._flags(), self.counter)
        )
        signed = authenticator + hashlib.sha256(client_bytes).digest()
        return self._reply(
            {
                "clientDataJSON": client,
                "authenticatorData": websafe_encode(authenticator),
                "signature": websafe_encode(self.key.sign(signed, ec.ECDSA(SHA256()))),
                "userHandle": self.user,
            },
            {},
        )

    def _client(self, kind: str, challenge: str) -> tuple[str, bytes]:
        text = json.dumps(
            {
                "type": kind,
                "challenge": challenge,
                "origin": self.origin,
                "crossOrigin": False,
            }
        ).encode()
        return websafe_encode(text), text

    def _reply(self, response: dict, extensions: dict) -> str:
        name = websafe_encode(self.credential_id)
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "response": response,
                "clientExtensionResults": extensions,
            }
        )

    def _flags(self) -> int:
        return PRESENT | (VERIFIED if self.verifies else 0)

    def _rp_hash(self) -> bytes:
        return hashlib.sha256(self.rp_id.encode()).digest()
