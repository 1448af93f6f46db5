import Records

/// A room in which anything may be noted, for tests of what stands behind the records.
enum NoteRoom {
    static let capability = Capability(
        name: "Notes",
        actions: [
            ActionKind(
                name: "notes.note.written", word: "记事", effect: .none,
                permission: Permission(rawValue: "notes.write")
            ) { _, _ in }
        ])
}
