import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/**', '_site/**', 'content/**'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-control-regex': 'off',
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/cli.ts', 'src/commands/**'], rules: { 'no-console': 'error' } },
);
