import Testing

@testable import Ledger

/// The algorithms against the vectors of their standards, through the one way there is: a note.
struct SignatureTests {
    /// RFC 8032 §7.1, tests 1 to 3: secret, public key, message, signature.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe"
                + "24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302a"
                + "eeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed2"
                + "8dc027beceea1ec40a"
        ),
    ])
    func `Ed25519 gives the values of RFC 8032`(secret: String, key: String, message: String, signature: String) throws
    {
        let signer = try SigningKey(name: KeyName("a"), type: .ed25519, secret: bytes(hex: secret))
        #expect(hex(signer.verifier.publicKey) == key)
        var note = SignedNote(text: bytes(hex: message))
        try note.sign(with: signer, timeSeconds: 0)
        #expect(hex(note.signatures[0].signature) == signature)
        #expect(try note.signature(of: signer.verifier) != nil)
    }

    /// GB/T 32918.5-2017, Annex A.2: key pair, and the signature of "message digest" by the identifier
    /// 1234567812345678.
    private static let sm2Secret = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"
    private static let sm2Key =
        "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a"
        + "6632f6072da9ad13"
    private static let sm2Signature =
        "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d484"
        + "0b69c485bbc1aa"

    @Test func `SM2 accepts the values of its standard`() throws {
        let signer = try SigningKey(name: KeyName("a"), type: .sm2, secret: bytes(hex: Self.sm2Secret))
        #expect(hex(signer.verifier.publicKey) == Self.sm2Key)
        var note = SignedNote(text: Array("message digest".utf8))
        let published = NoteSignature(
            name: signer.verifier.name, keyID: signer.verifier.id, signature: bytes(hex: Self.sm2Signature))
        try note.add([published])
        #expect(try note.signature(of: signer.verifier) != nil)
        try note.sign(with: signer, timeSeconds: 0)
        #expect(try note.signature(of: signer.verifier) != nil)
        #expect(note.signatures[1].signature.count == 64)
    }

    @Test(arguments: SignatureType.allCases)
    func `every bit of a signature counts`(type: SignatureType) throws {
        let signer = try SigningKey(name: KeyName("a"), type: type, secret: bytes(hex: Self.sm2Secret))
        var note = SignedNote(text: Array("text\n".utf8))
        try note.sign(with: signer, timeSeconds: 1_795_000_000)
        let line = note.signatures[0]
        for bit in 0..<line.signature.count * 8 {
            var signature = line.signature
            signature[bit / 8] ^= 1 << UInt8(bit % 8)
            var changed = SignedNote(text: note.text)
            try changed.add([NoteSignature(name: line.name, keyID: line.keyID, signature: signature)])
            #expect(throws: LedgerError(.badSignature, detail: "a")) { try changed.signature(of: signer.verifier) }
        }
        for signature in [line.signature.dropLast(), line.signature + [0], []] {
            var changed = SignedNote(text: note.text)
            try changed.add([NoteSignature(name: line.name, keyID: line.keyID, signature: Array(signature))])
            #expect(throws: LedgerError(.badSignature, detail: "a")) { try changed.signature(of: signer.verifier) }
        }
    }

    @Test func `a secret outside the range of SM2, or of another length, is refused`() throws {
        // n − 1 and n of GB/T 32918.5: the largest secret is n − 2.
        let order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d541"
        let zero = [UInt8](repeating: 0, count: 32)
        for secret in [zero, bytes(hex: order + "22"), bytes(hex: order + "23"), [1], []] {
            #expect(throws: LedgerError(.malformedKey, detail: "a")) {
                try SigningKey(name: KeyName("a"), type: .sm2, secret: secret)
            }
        }
        #expect(throws: Never.self) {
            try SigningKey(name: KeyName("a"), type: .sm2, secret: bytes(hex: order + "21"))
        }
    }

    @Test func `a point beside the curve is no key of SM2`() throws {
        let name = try KeyName("a")
        var point = bytes(hex: Self.sm2Key)
        #expect(throws: Never.self) { try VerifierKey(name: name, type: .sm2, publicKey: point) }
        point[64] ^= 1
        #expect(throws: LedgerError(.malformedKey, detail: "a")) {
            try VerifierKey(name: name, type: .sm2, publicKey: point)
        }
    }
}
