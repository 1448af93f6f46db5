import Hummingbird

/// 设备登记: devices that wait, the form of one device, the switch for 接管.
struct AdoptionRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.adoption) { _, _ in try await shell.page(.adoption) { try AdoptionPage(in: $0) } }
        router.post(.adoption) { request, context in
            let fields = try await FormFields(posted: request, in: context)
            let attempt = CaptureAttempt(fields, token: shell.services.formToken)
            guard let refused = try await attempt.record(with: shell.services) else {
                return .redirect(to: SiteURL.adoption.path)
            }
            return try await shell.page(.adoption, status: .unprocessableContent) {
                try AdoptionPage(attempt: refused, in: $0)
            }
        }
        router.get(.adoptDevice) { request, context in
            let mn = try context.segment("mn").uppercased()
            let query = RequestQuery(request)
            let recorded = query.text("recorded").flatMap { Int64($0) }
            let read = query.text("read").flatMap { Int($0) }
            return try await shell.page(.adoptionForm) {
                try AdoptionFormPage(mn, recorded: recorded, read: read, in: $0)
            }
        }
        router.post(.adoptDevice) { request, context in
            let mn = try context.segment("mn").uppercased()
            let posted = try await FormFields(posted: request, in: context)
            let fields = AdoptionFields(posted)
            let hasToken = shell.services.formToken.isIn(posted)
            let recording = AdoptionRecording(services: shell.services)
            switch try await recording.record(fields, of: mn, hasToken: hasToken) {
            case .success(let (sequence, read)):
                return .redirect(to: SiteURL.adoptDevice(mn, recorded: sequence, read: read).path)
            case .failure(let refused):
                return try await shell.page(.adoptionForm, status: .unprocessableContent) {
                    try AdoptionFormPage(mn, typed: fields, error: refused.message, in: $0)
                }
            }
        }
    }
}
