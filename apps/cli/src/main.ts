import { a } from '@rt/domain';
import { NestFactory } from '@nestjs/core';
console.log(a, typeof NestFactory);
