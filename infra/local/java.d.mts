export declare const oldestJava: number;
export declare const javaMissing: string;
export declare function findJava(root: string, environment?: NodeJS.ProcessEnv): Promise<string | null>;
export declare function ownJavaFolder(root: string): string;
