import Accounts

extension PageFrame {
    /// Words beside values that nobody has reviewed.
    static let unreviewed = "未经审核，仅供参考"

    /// - Parameters:
    ///   - place: the entry of the menu that the page belongs to; nil for none.
    ///   - path: steps between that entry and the page.
    ///   - state: the state of the values; nil where the page shows none.
    init(
        _ title: String, in context: PageContext, at place: MenuPlace?, path: [Breadcrumb] = [], state: String? = nil,
        notice: String? = nil, needsCharts: Bool = false
    ) {
        var steps = [MenuPlace.morning.crumb]
        if let place, place != .morning { steps.append(place.crumb) }
        steps += path
        // The page itself is the last step, without a link; the page of a menu entry is that entry.
        if steps.last?.label == title { steps.removeLast() }
        steps.append(Breadcrumb(label: title, href: nil))
        self.init(
            bureauName: context.bureauName, isDemo: context.isDemo, title: title, breadcrumbs: steps,
            menu: MenuPlace.menu(current: place, for: context.services.visitor), cutoffText: context.cutoffText,
            stateText: state,
            alerts: ServiceAlerts.texts(context.services), notice: notice,
            needsCharts: needsCharts, person: FramePerson(context.services), assetVersion: context.assetVersion)
    }

    /// The frame when the store cannot be asked.
    init(withoutStore title: String, assetVersion: String) {
        self.init(
            bureauName: "青衡", isDemo: false, title: title,
            breadcrumbs: [MenuPlace.morning.crumb, Breadcrumb(label: title, href: nil)],
            menu: MenuPlace.menu(current: nil, for: .nobody), cutoffText: "", stateText: nil, alerts: [], notice: nil,
            needsCharts: false, person: nil,
            assetVersion: assetVersion)
    }
}

extension FramePerson {
    /// The person signed in; nil when nobody is.
    init?(_ services: SiteServices) {
        guard case .signedIn(let visitor) = services.visitor else { return nil }
        self.init(
            name: visitor.person.displayName + (visitor.represented.map { "（代 \($0.name)）" } ?? ""),
            href: SiteURL.own.path, signOutHref: SiteURL.signOut.path,
            token: services.formToken.text)
    }
}
