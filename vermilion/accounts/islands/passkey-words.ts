// Between the JSON of the server and the bytes of the browser. Browsers of before 2024 have no
// parseCreationOptionsFromJSON, and offices have such browsers.

export type Json = { [name: string]: unknown };

export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function words(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** What the server wants of a new passkey; always one that opens the account alone. */
export function creationOptions(options: Json): PublicKeyCredentialCreationOptions {
  const asked = publicKey(options) as unknown as PublicKeyCredentialCreationOptionsJSON;
  return {
    ...(asked as object),
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: listed(asked.excludeCredentials),
    authenticatorSelection: {
      ...(asked.authenticatorSelection as object),
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  } as unknown as PublicKeyCredentialCreationOptions;
}

export function requestOptions(options: Json): PublicKeyCredentialRequestOptions {
  const asked = publicKey(options) as unknown as PublicKeyCredentialRequestOptionsJSON;
  return {
    ...(asked as object),
    challenge: bytes(asked.challenge),
    allowCredentials: listed(asked.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
}

/** The browser's answer, as the server reads it. */
export function replyOf(credential: PublicKeyCredential): Json {
  const answer = credential.response;
  const reply: Json = { clientDataJSON: words(answer.clientDataJSON) };
  if (answer instanceof AuthenticatorAttestationResponse) {
    reply["attestationObject"] = words(answer.attestationObject);
    reply["transports"] = answer.getTransports?.() ?? [];
  } else {
    const proof = answer as AuthenticatorAssertionResponse;
    reply["authenticatorData"] = words(proof.authenticatorData);
    reply["signature"] = words(proof.signature);
    reply["userHandle"] = proof.userHandle ? words(proof.userHandle) : null;
  }
  return {
    id: credential.id,
    rawId: words(credential.rawId),
    type: credential.type,
    response: reply,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

function publicKey(options: Json): Json {
  const asked = (options["creation_options"] ?? options["request_options"] ?? options) as Json;
  return asked["publicKey"] as Json;
}

function listed(
  credentials: PublicKeyCredentialDescriptorJSON[] | undefined,
): PublicKeyCredentialDescriptor[] {
  return (credentials ?? []).map(
    (each) => ({ ...each, id: bytes(each.id) }) as PublicKeyCredentialDescriptor,
  );
}
