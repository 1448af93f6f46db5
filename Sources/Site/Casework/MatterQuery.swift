import Casework

/// What a list of matters shows.
struct MatterQuery {
    /// In which shape.
    enum View: String { case list, board }

    var view: View = .list
    var family = ""
    var procedure = ""
    var state = ""
    var text = ""
    /// `running`, `ended`, `all`.
    var show = "running"
    var isMine = false
    var page = 1

    init(_ query: RequestQuery) throws {
        view = query.text("view").flatMap { View(rawValue: $0) } ?? .list
        family = query.text("family") ?? ""
        procedure = query.text("procedure") ?? ""
        state = query.text("state") ?? ""
        text = query.text("q") ?? ""
        show = query.text("show") ?? "running"
        isMine = query.text("mine") == "1"
        page = query.text("page").flatMap { Int($0) } ?? 1
    }

    /// The address of the same list with something changed.
    func url(_ change: (inout MatterQuery) -> Void = { _ in }) -> SiteURL {
        var other = self
        change(&other)
        func given(_ text: String) -> String? { text.isEmpty ? nil : text }
        return SiteURL(
            .matters,
            query: [
                ("view", other.view == .list ? nil : other.view.rawValue), ("procedure", given(other.procedure)),
                ("state", given(other.state)), ("q", given(other.text)),
                ("show", other.show == "running" ? nil : other.show), ("mine", other.isMine ? "1" : nil),
                ("page", other.page == 1 ? nil : String(other.page)),
            ])
    }
}
