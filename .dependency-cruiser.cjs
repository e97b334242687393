/** The dependency rule of docs/architecture.md. A rule counts once it has been seen to fail: scripts/dependency-rule.test.ts. */

const tests = String.raw`\.test\.tsx?$`;
const outside = '^(apps|libs|tests|scripts)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'Code that nothing reaches and that reaches nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: [tests, String.raw`\.d\.ts$`, '^tests/', String.raw`\.config\.ts$`] },
      to: {},
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^✖$' },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { path: [tests, '^tests/', '^scripts/'] },
    },
    {
      name: 'domain-and-texts-know-nothing',
      comment: 'Pure: no framework, no library, no clock, no I/O.',
      severity: 'error',
      from: { path: '^libs/(domain|texts)/src/', pathNot: tests },
      to: { pathNot: '^libs/$1/src/' },
    },
    {
      name: 'api-client-knows-no-app',
      severity: 'error',
      from: { path: '^libs/api-client/' },
      to: { path: outside, pathNot: '^libs/api-client/' },
    },
    {
      name: 'api-knows-domain-and-texts',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: tests },
      to: { path: outside, pathNot: '^(apps/api|libs/domain|libs/texts)/' },
    },
    {
      name: 'web-knows-domain-texts-and-client',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { path: outside, pathNot: '^(apps/web|libs/domain|libs/texts|libs/api-client)/' },
    },
    {
      name: 'web-runs-in-a-browser',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'libraries-by-their-front-door',
      comment: 'Another workspace is imported by its name, which leads to its index.',
      severity: 'error',
      from: { path: '^(apps|libs|tests)/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/[^/]+/src/index[.]ts$', '^$1/$2/'] },
    },
    {
      name: 'api-platform-knows-no-slice',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: tests },
      to: { path: '^apps/api/src/', pathNot: '^apps/api/src/platform/' },
    },
    {
      name: 'api-slice-through-its-service',
      comment: 'One slice asks another through its service; Nest also needs its module.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: [tests, '^apps/api/src/platform/'] },
      to: {
        path: '^apps/api/src/[^/]+/',
        pathNot: ['^apps/api/src/$1/', '^apps/api/src/platform/', String.raw`[.](service|module)[.]ts$`],
      },
    },
    {
      name: 'product-knows-no-demo',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+/', pathNot: [tests, '^apps/api/src/demo/'] },
      to: { path: '^apps/api/src/demo/' },
    },
    {
      name: 'web-platform-and-ui-know-no-slice',
      severity: 'error',
      from: { path: '^apps/web/src/(platform|ui)/', pathNot: tests },
      to: { path: '^apps/web/src/', pathNot: '^apps/web/src/(platform|ui)/' },
    },
    {
      name: 'web-slices-meet-in-pages',
      severity: 'error',
      from: { path: '^apps/web/src/([^/]+)/', pathNot: [tests, '^apps/web/src/(pages|platform|ui)/'] },
      to: { path: '^apps/web/src/', pathNot: '^apps/web/src/($1|platform|ui)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((apps|libs)/[^/]+|tests)/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@samenoud/source', 'import', 'require', 'node', 'default'],
    },
  },
};
